import {setTimeout as sleep} from 'node:timers/promises'
import {expect, it} from 'vitest'
import {afterChanges, type ChangeSteps} from '../../../src/uses/preview/after-changes.ts'

/** What happened, in its order. `plan` lets the plan that is under way end. */
function steps(shows = true) {
  const said: string[] = []
  const ends: (() => void)[] = []
  const given: ChangeSteps = {
    glance: async (files) => {
      said.push(`glance ${files}`)
      return shows
    },
    refresh: () => {
      said.push('plan')
      return new Promise((resolve) => ends.push(resolve))
    },
    tell: async (files) => void said.push(`tell ${files}`),
    judge: async (goesOn) => void said.push((await goesOn()) ? 'judge' : 'judge no more'),
  }
  const after = afterChanges(given)
  return {said, after, plan: () => ends.shift()?.()}
}

it('shows a change at once while another one is planned, and tells of both when all is planned', async () => {
  const {said, after, plan} = steps(false)
  const first = after.note(['one'])
  await expect.poll(() => said).toEqual(['glance one', 'plan'])
  const second = after.note(['two'])
  await expect.poll(() => said.at(-1)).toBe('glance two')
  plan()
  await expect.poll(() => said.slice(3)).toEqual(['plan'])
  plan()
  await Promise.all([first, second])
  expect(said.slice(4)).toEqual(['tell one,two'])
  await expect.poll(() => said.at(-1)).toBe('judge')
  await after.close()
})

it('plans once for what changes before the browser has its page', async () => {
  const {said, after, plan} = steps()
  const both = Promise.all([after.note(['one']), after.note(['two', 'one'])])
  await expect.poll(() => said.at(-1)).toBe('plan')
  plan()
  await both
  expect(said).toEqual(['glance one', 'glance two,one', 'plan', 'tell one,two'])
  await after.close()
})

it('plans what changes while pages are told', async () => {
  const {said, after, plan} = steps(false)
  let told = () => {}
  const slow: ChangeSteps['tell'] = async (files) => {
    said.push(`tell ${files}`)
    await new Promise<void>((resolve) => {
      told = resolve
    })
  }
  const other = afterChanges({
    glance: async () => false,
    refresh: async () => void said.push('plan'),
    tell: slow,
    judge: async () => {},
  })
  void other.note(['one'])
  await expect.poll(() => said).toEqual(['plan', 'tell one'])
  const second = other.note(['two'])
  await sleep(0)
  told()
  await expect.poll(() => said).toEqual(['plan', 'tell one', 'plan', 'tell two'])
  told()
  await second
  await Promise.all([other.close(), after.close()])
  plan()
})

it('judges no more once something changes, and plans nothing once it is closed', async () => {
  const said: string[] = []
  let goesOn = async () => true
  const after = afterChanges({
    glance: async () => true,
    refresh: async () => void said.push('plan'),
    tell: async () => {},
    judge: async (asked) => {
      goesOn = asked
      said.push('judge')
    },
  })
  after.judgeLater()
  await expect.poll(() => said).toEqual(['judge'])
  expect(await goesOn()).toBe(true)
  const change = after.note(['one'])
  expect(await goesOn()).toBe(false)
  await after.close()
  await change
  expect(said).toEqual(['judge'])
})
