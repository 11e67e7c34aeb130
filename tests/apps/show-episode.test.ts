import {describe, expect, it} from 'vitest'
import {type appNames, appViewAsText, showEpisode} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const body = '## Head\n\n**Bold** [safe](https://a.example/) and [old](http://b.example/).\n\n- one\n- 1 < 2\n'
const chapters =
  'chapters: ["0:00 Start", "4:00 Middle", "8:00 A title that is longer than the forty characters of Spotify"]'

async function shown(app: (typeof appNames)[number], lines: readonly string[] = [], text = body, name = 'one') {
  const folder = temporaryShow({'one.md': episodeFile('one', lines, text), 'two/index.md': episodeFile('two')})
  const outcome = await showEpisode(folder, name, app, {now: fixtureNow})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

describe('an episode as an app shows it', () => {
  it('has the elements and the links that the app keeps', async () => {
    expect((await shown('apple')).notes.html).toBe(
      '<p>Head</p>\n<p>Bold <a href="https://a.example/">safe</a> and old (http://b.example/).</p>\n<ul>\n<li>one</li>\n<li>1 &lt; 2</li>\n</ul>',
    )
    expect((await shown('spotify')).notes.from).toBe('description')
    const overcast = await shown('overcast')
    expect(overcast.notes.from).toBe('content:encoded')
    expect(overcast.notes.html).toContain('<h2>Head</h2>\n<p><strong>Bold</strong>')
    expect(overcast.notes.text).toContain('old <http://b.example/>.\n• one\n• 1 < 2')
  })

  it('is plain text on YouTube, which refuses angle brackets', async () => {
    const {notes, limits} = await shown('youtube')
    expect(notes.html).toContain('Bold safe and old (http://b.example/).')
    expect(notes.html).not.toMatch(/<\/?[a-z]/)
    expect(limits).toContainEqual({what: 'refused in notes', count: 1, limit: 0, unit: 'characters', isKept: false})
  })

  it('is held against the limits of the app, in its own unit', async () => {
    const {limits, notes} = await shown('apple', [chapters], 'Größe. '.repeat(800))
    const [, found] = limits
    expect(found).toMatchObject({what: 'notes', limit: 4000, unit: 'bytes', isKept: true})
    expect(found?.count).toBe(new TextEncoder().encode(notes.html).length)
    expect(notes.text).toContain('All show notes <https://trial.example/episodes/one/>')
    expect((await shown('spotify', [chapters])).limits).toContainEqual(
      expect.objectContaining({what: 'longest chapter title', count: 59, limit: 40, isKept: false}),
    )
  })

  it('has chapters from where the app takes them, or the reason why it has none', async () => {
    expect((await shown('apple', [chapters])).chapters).toMatchObject({
      from: 'chapters file',
      list: [{title: 'Start'}, {}, {}],
    })
    expect((await shown('spotify', [chapters])).chapters.from).toBe('Podlove chapters')
    expect((await shown('youtube', [chapters])).chapters.from).toBe('lines of the notes')
    const late = 'chapters: ["0:05 Start", "4:00 Middle", "8:00 End"]'
    expect((await shown('youtube', [late])).chapters.reason).toContain('must start at 00:00:00')
    expect((await shown('overcast', [chapters])).chapters.reason).toContain('media file')
  })

  it('is shown before it is published, and says when an app would leave it out', async () => {
    expect((await shown('apple', ['draft: true'])).title).toBe('one')
    expect((await shown('apple', ['date: 2031-01-01'])).title).toBe('one')
    const video = await shown('apple', ['audio:', 'youtube: https://youtu.be/aB3-dE5_gH7'])
    expect(video.hiddenBecause).toContain('no media file')
  })

  it('is found by its file, its folder or a part of a name that no other has', async () => {
    for (const name of ['two/index.md', './two/index.md', 'two', 'tw']) {
      expect((await shown('apple', [], body, name)).title).toBe('two')
    }
    const folder = temporaryShow({'one.md': episodeFile('one'), 'one-more.md': episodeFile('one more')})
    expect((await showEpisode(folder, 'one', 'apple', {now: fixtureNow})).ok).toBe(true)
    const unknown = async (name: string, where = folder) => {
      const {problems} = await showEpisode(where, name, 'apple', {now: fixtureNow})
      return problems.map(({message, hint}) => [message, hint])
    }
    expect((await showEpisode(folder, '999', 'apple', {now: fixtureNow})).problems).toMatchObject([
      {code: 'episode-unknown', severity: 'error'},
    ])
    expect(await unknown('on')).toEqual([['"on" names 2 episodes', 'Write more of the name: one-more.md, one.md']])
    expect(await unknown('one-mroe.md')).toEqual([['"one-mroe.md" names no episode', 'Did you mean one-more.md?']])
    expect(await unknown('999')).toEqual([['"999" names no episode', 'There is: one-more.md, one.md']])
    const empty = temporaryShow({})
    expect(await unknown('one', empty)).toEqual([
      ['"one" names no episode', 'The show has none yet. castwright new begins one'],
    ])
  })

  it('reads as text with everything in it', async () => {
    const folder = temporaryShow({
      'show.yaml': showFile('title: Trial Run'),
      'one.md': episodeFile('one', ['audio:', chapters], 'Hello.\n'),
      'one.mp3': media.mp3,
    })
    const outcome = await showEpisode(folder, 'one', 'apple', {now: fixtureNow})
    const text = outcome.ok ? appViewAsText(outcome.value) : ''
    expect(text).toContain('one\nTrial Run, in Apple Podcasts\n\nNotes (description)\n  Hello.\n')
    expect(text).toContain('Artwork\n  https://trial.example/cover.jpg, of the show\n')
    expect(text).toMatch(/ {2}notes {18}\d+ of 4000 bytes\n/)
  })
})
