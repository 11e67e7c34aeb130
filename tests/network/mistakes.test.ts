import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {checkNetwork} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile} from '../temporary-show.ts'
import {waveShow, waves} from './waves.ts'

/** What is said of a network whose file ends with `text`, in its tenth line or later, and whose show `ebb` has a mistake of its own. */
async function errorsOf(text: string, more: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-mistakes-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, {
    'network.yaml': [...waves, '', '', text, ''].join('\n'),
    'ebb/show.yaml': waveShow('ebb', 1),
    'ebb/one.md': episodeFile('ebb-one', ['date: 2026-02-30']),
    'flow/show.yaml': waveShow('flow', 2),
    'flow/one.md': episodeFile('flow-one'),
    ...more,
  })
  const {problems} = await checkNetwork(folder, {now: new Date('2026-06-01T00:00:00Z')})
  const errors = problems.filter(({severity}) => severity === 'error')
  // A mistake in network.yaml hides none of a show, unless it makes the file unreadable.
  expect(errors.some(({file}) => file === 'ebb/one.md')).toBe(!text.includes('\t'))
  return errors
    .filter(({file}) => file === 'network.yaml')
    .map(({code, line, column, hint}) => `${line}:${column} ${code}: ${hint}`)
}

it.each([
  ['shows: [ebb, flaw]', '10:14 network-show-missing: Did you mean flow?'],
  [
    'shows:\n  - ebb\n  - gone',
    '12:5 network-show-missing: Write the name of a folder that has a show.yaml: shows: [night-trains]',
  ],
  [
    'shows: [ebb, ../other]',
    '10:14 network-show-missing: Write the name of a folder beside network.yaml: shows: [night-trains]',
  ],
  [
    'shows: [ebb, .]',
    '10:14 network-show-missing: Write the name of a folder beside network.yaml: shows: [night-trains]',
  ],
  [
    'shows: [ebb, nets]',
    '10:14 network-show-missing: nets is a network itself. Name each of its shows: shows: [nets/night-trains]',
  ],
  ['lists:\n  ebb: [feed]\n  flaw: none', '12:3 network-show-missing: Did you mean flow?'],
  [
    'shwos: [ebb]',
    '10:1 key-misspelt: Did you mean "shows"? If the key is meant as it is, write other_keys: [shwos] in network.yaml',
  ],
  ['shows: {ebb: flow}', '10:8 value-invalid: Write a list: [one, two]'],
  ['lists:\n\tebb: none', '11:1 front-matter-unreadable: Write blanks in place of the tab: "  ebb:"'],
])('says of %j where the mistake is, and what was meant', async (text, said) => {
  expect(await errorsOf(text, {'nets/network.yaml': waves.join('\n')})).toEqual([said])
})

it.each(['shows: [ebb/, ./flow]', 'shows: [flow, ebb, ebb]', 'lists:\n  ebb/: none'])('takes %j', async (text) => {
  expect(await errorsOf(text)).toEqual([])
})

describe('a folder that is a network itself', () => {
  async function saidOf(text: string, more: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-mistakes-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    writeFiles(folder, {
      'network.yaml': [...waves, text, ''].join('\n'),
      'ebb/show.yaml': waveShow('ebb', 1),
      'ebb/one.md': episodeFile('ebb-one'),
      ...more,
    })
    const {problems} = await checkNetwork(folder, {now: new Date('2026-06-01T00:00:00Z')})
    return problems.filter(({code}) => code === 'network-show-missing')
  }

  it('is said to be left out, unless its shows are named', async () => {
    const inner = {'nets/network.yaml': waves.join('\n'), 'nets/low/show.yaml': waveShow('low', 3)}
    expect(await saidOf('', inner)).toMatchObject([
      {severity: 'warning', file: 'network.yaml', message: expect.stringMatching(/nets is a network itself/)},
    ])
    expect(await saidOf('shows: [ebb, nets/low]', inner)).toEqual([])
  })

  it('is a show, and then its network.yaml is not read', async () => {
    expect(await saidOf('', {'ebb/network.yaml': waves.join('\n')})).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringMatching(/ebb is a show of the network/),
        hint: expect.stringMatching(/Delete ebb\/network\.yaml/),
      },
    ])
  })
})
