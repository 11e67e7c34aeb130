import {describe, expect, it} from 'vitest'
import {conflictProblems} from '../../../src/read/data/conflict-marks.ts'
import {episodeFile, planFiles} from '../../temporary-show.ts'

const conflict = '<<<<<<< yours\nNight trains.\n=======\nDay trains.\n>>>>>>> source\n'

describe('a conflict that nobody has resolved', () => {
  it('is said of notes, at its line', async () => {
    const {problems} = await planFiles({'001-one.md': episodeFile('One', [], `Hello.\n\n${conflict}`)})
    expect(problems).toContainEqual(
      expect.objectContaining({code: 'conflict-unresolved', file: '001-one.md', line: 8, severity: 'warning'}),
    )
  })

  it('is said beside the error of front matter that cannot be read', async () => {
    const text = episodeFile('One').replace(
      'title: One\n',
      '<<<<<<< yours\ntitle: One\n=======\ntitle: Two\n>>>>>>> source\n',
    )
    const {problems} = await planFiles({'001-one.md': text})
    expect(problems.map(({code, line}) => [code, line])).toEqual(
      expect.arrayContaining([
        ['conflict-unresolved', 2],
        ['front-matter-unreadable', expect.any(Number)],
      ]),
    )
  })

  it.each([
    '=======\n',
    'Heading\n=======\n\nText.\n',
    '    <<<<<<< yours\n    a\n    =======\n    b\n    >>>>>>> source\n',
    '>>>>>>> a quote\n\n<<<<<<< b\n',
    `<<<<<<< ${'x\n'.repeat(20_000)}`,
  ])('is not what %j has', (text) => {
    expect(conflictProblems(text, 'a.md')).toEqual([])
  })
})
