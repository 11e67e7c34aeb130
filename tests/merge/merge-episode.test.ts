import {describe, expect, it} from 'vitest'
import {mergeEpisode} from '../../src/merge/merge-episode.ts'
import {mergePieces} from '../../src/merge/merge-lines.ts'

const file = (head: string, ...paragraphs: readonly string[]) => `---\n${head}---\n\n${paragraphs.join('\n\n')}\n`
const base = file('title: One\n', 'First.', 'Second.', 'Third.')

describe('three versions of an episode', () => {
  it('are that of the author where the source is as it was, and that of the source where the author did nothing', () => {
    const other = file('title: Two\n', 'First.')
    expect(mergeEpisode(other, base, base)).toEqual({text: other, conflicts: 0, overruled: []})
    expect(mergeEpisode(base, base, other)).toEqual({text: other, conflicts: 0, overruled: []})
    expect(mergeEpisode(other, base, other)).toEqual({text: other, conflicts: 0, overruled: []})
  })

  it('are one, by field and by paragraph, also where the paragraphs are neighbours', () => {
    const mine = file('title: Mine\n', 'First.', 'My second.', 'Third.')
    const theirs = file('title: One\nnumber: 1\n', 'First.', 'Second.', 'Their third.', 'Fourth.')
    expect(mergeEpisode(mine, base, theirs)).toEqual({
      text: file('title: Mine\nnumber: 1\n', 'First.', 'My second.', 'Their third.', 'Fourth.'),
      conflicts: 0,
      overruled: [],
    })
  })

  it('take line ends of Windows for those of others', () => {
    const theirs = base.replace('Third.', 'Their third.').replaceAll('\n', '\r\n')
    expect(mergeEpisode(base.replace('First.', 'My first.'), base, theirs)).toEqual({
      text: file('title: One\n', 'My first.', 'Second.', 'Their third.'),
      conflicts: 0,
      overruled: [],
    })
  })

  it('keep both texts of one paragraph, marked, and count the places', () => {
    const [mine, theirs] = [base.replace('Second.', 'Mine.'), base.replace('Second.', 'Theirs.')]
    const {text, conflicts} = mergeEpisode(mine, base, theirs)
    expect(conflicts).toBe(1)
    expect(text).toContain('<<<<<<< yours\nMine.\n=======\nTheirs.\n>>>>>>> source\n')
    expect(text).toContain('\nThird.\n')
  })

  it('are merged by line where one has no fence', () => {
    const merged = mergeEpisode('a\nb\nc mine', 'a\nb\nc', 'a theirs\nb\nc')
    expect(merged).toEqual({text: 'a theirs\nb\nc mine', conflicts: 0, overruled: []})
  })

  it('lose their text where both took it out', () => {
    const empty = '---\ntitle: One\n---\n'
    expect(mergeEpisode(`${empty}\nMine.\n`, base, empty.replace('One', 'Two')).conflicts).toBe(1)
    expect(mergeEpisode(empty, base, empty.replace('One', 'Two'))).toEqual({
      text: empty.replace('One', 'Two'),
      conflicts: 0,
      overruled: [],
    })
  })
})

it('pieces that both sides changed alike are no conflict', () => {
  expect(
    mergePieces(
      [
        ['a', 'x'],
        ['a', 'b'],
        ['a', 'x'],
      ],
      'marks',
    ),
  ).toEqual({text: 'a\nx', conflicts: 0})
})
