import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {slugOf} from '../../../src/text/addresses/slug.ts'
import {runs} from '../../series.ts'

describe('slugOf', () => {
  it.each([
    ['First Light', 'first-light'],
    ['012 -Why `getUserMedia()`?', '012-why-getusermedia'],
    ['gustav-söderström', 'gustav-soederstroem'],
    ['Queen & King', 'queen-and-king'],
    ['casey-winters_', 'casey-winters'],
    ['../../etc/passwd', 'etc-passwd'],
    ['…', ''],
  ])('%s -> %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  it('makes of plain words what it makes of all others', () => {
    // A letter that is written with two others takes the long way, and ends where it stands.
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .,:;!?()/#+-]{0,60}$/), (text) => {
        const long = slugOf(`ö ${text}`)
        expect(long).toBe(['oe', slugOf(text)].filter((part) => part !== '').join('-'))
      }),
      runs(2000),
    )
  })

  it('cuts long names at a word', () => {
    const slug = slugOf('night train '.repeat(50))
    expect(slug.length).toBeLessThanOrEqual(100)
    expect(slug).toMatch(/-(?:night|train)$/)
  })
})
