import {describe, expect, it} from 'vitest'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const page = 'https://www.youtube.com/watch?v=aB3-dE5_gH7'
const stream = 'https://media.example/talk/master.m3u8'

/** An episode with all there can be: two sounds, a film, a stream, and the page of a host. */
const everything = [
  'title: Talk',
  'date: 2026-01-01',
  `youtube: https://youtu.be/aB3-dE5_gH7?t=12`,
  'audio: [talk.ogg, talk.mp3]',
  `video: [talk.mp4, ${stream}]`,
]

async function planned(lines: readonly string[] = everything, show: readonly string[] = []) {
  return planFiles({
    'talk.md': `---\n${lines.join('\n')}\n---\nHello.\n`,
    'talk.ogg': media.ogg,
    'talk.mp3': media.mp3,
    'talk.mp4': media.mp4,
    'show.yaml': `${showFile(...show)}\nfeeds: {video: {media: video, formats: [rss, atom, json]}}\n`,
  })
}

const attributes = (text: string | undefined, form: RegExp) =>
  [...(text ?? '').matchAll(form)].map(([, found]) => found)
const enclosures = (text: string | undefined) => attributes(text, /<enclosure url="([^"]*)"/g)
const alternates = (text: string | undefined) => attributes(text, /<podcast:source uri="([^"]*)"/g)
const atomEnclosures = (text: string | undefined) => attributes(text, /<link rel="enclosure"[^>]*href="([^"]*)"/g)
const attachments = (text: string | undefined) =>
  (JSON.parse(text ?? '{}') as {items: {attachments: {url: string}[]}[]}).items.flatMap((item) =>
    item.attachments.map(({url}) => url),
  )
const at = (name: string) => `https://trial.example/media/${name}`

describe('an episode with sound, film, stream and the page of a host', () => {
  it('is heard in the main feed: no film stands beside the sound', async () => {
    const {files, problems} = await planned()
    expect(problems).toEqual([])
    expect(enclosures(files.get('feed.xml'))).toEqual([at('talk.mp3')])
    expect(alternates(files.get('feed.xml'))).toEqual([at('talk.ogg')])
  })

  it('is seen in the feed of films: no sound stands beside the film', async () => {
    const {files} = await planned()
    expect(enclosures(files.get('video.xml'))).toEqual([at('talk.mp4')])
    expect(alternates(files.get('video.xml'))).toEqual([stream])
    expect(files.get('video.xml')).toContain('type="application/vnd.apple.mpegurl" length="0"')
  })

  it('has everything in Atom and JSON Feed, the enclosure of its feed first', async () => {
    const {files} = await planned()
    const heard = [at('talk.mp3'), at('talk.ogg'), at('talk.mp4'), stream]
    const seen = [at('talk.mp4'), stream, at('talk.mp3'), at('talk.ogg')]
    expect(atomEnclosures(files.get('atom.xml'))).toEqual(heard)
    expect(attachments(files.get('feed.json'))).toEqual(heard)
    expect(atomEnclosures(files.get('video.atom.xml'))).toEqual(seen)
    expect(attachments(files.get('video.json'))).toEqual(seen)
  })

  it('names the page of the host in every feed, and in the notes, and never as a file', async () => {
    const {files} = await planned()
    for (const path of ['feed.xml', 'video.xml']) {
      const rss = files.get(path)
      expect(rss).toContain(`<podcast:contentLink href="${page}">Watch on YouTube</podcast:contentLink>`)
      expect(rss).toContain(`<a href="${page}">`)
      expect([...enclosures(rss), ...alternates(rss)].join()).not.toContain('youtube')
    }
    expect(files.get('atom.xml')).toContain(`<link rel="related" type="text/html" href="${page}"/>`)
    expect(files.get('feed.json')).toContain(page)
  })

  it('offers all of it on its page', async () => {
    const {files} = await planned()
    const html = files.get('episodes/talk/index.html') ?? ''
    expect(html).toContain('<source src="../../media/talk.mp3" type="audio/mpeg">')
    expect(html).toContain('<a href="../../media/talk.mp4" download>')
    expect(html).toContain(`<a href="${stream}">`)
    expect(html).toContain(page)
  })

  it('has the film beside the sound where its author allows it, and is told what Apple does then', async () => {
    const episode = await planned([...everything, 'alternate_video: true'])
    expect(alternates(episode.files.get('feed.xml'))).toEqual([at('talk.ogg'), at('talk.mp4'), stream])
    expect(alternates(episode.files.get('video.xml'))).toEqual([at('talk.mp3'), at('talk.ogg'), stream])
    expect(episode.problems).toMatchObject([{code: 'media-mixed', severity: 'warning', file: 'talk.md', line: 7}])
    expect(episode.problems[0]?.message).toContain('black screen')
    const show = await planned(everything, ['alternate_video: true'])
    expect(show.problems).toMatchObject([{code: 'media-mixed', file: 'show.yaml', line: 11}])
    const not = await planned([...everything, 'alternate_video: false'], ['alternate_video: true'])
    expect(alternates(not.files.get('feed.xml'))).toEqual([at('talk.ogg')])
  })
})

describe('what apps cannot download', () => {
  it('is not taken for an enclosure: a stream', async () => {
    const {files, problems} = await planFiles({'talk.md': episodeFile('talk', ['audio:', `video: ${stream}`])})
    expect(problems).toMatchObject([{code: 'episode-without-enclosure', file: 'talk.md', line: 5}])
    expect(problems[0]?.message).toContain('only a stream')
    expect(enclosures(files.get('feed.xml'))).toEqual([])
    expect(alternates(files.get('feed.xml'))).toEqual([])
    expect(attachments(files.get('feed.json'))).toEqual([stream])
    expect(files.get('episodes/talk/index.html')).toContain(`<source src="${stream}"`)
  })

  it('is refused as a file of the show: a stream whose pieces would stay behind', async () => {
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\none.ts\n#EXT-X-ENDLIST\n'
    const files = {'talk.md': episodeFile('talk', ['video: talk.m3u8']), 'talk.m3u8': playlist}
    expect((await planFiles(files)).problems).toMatchObject([{code: 'stream-not-served', severity: 'error'}])
    const served = {...files, 'show.yaml': showFile('media_url: https://media.example/')}
    const {files: planned, problems} = await planFiles(served)
    expect(problems).toEqual([])
    expect(attachments(planned.get('feed.json'))[1]).toBe('https://media.example/talk.m3u8')
  })

  it.each([
    'video: https://www.youtube.com/playlist?list=PL0123456789',
    'video: https://www.youtube.com/@somebody',
    'audio: https://youtu.be/',
    'audio: {url: https://vimeo.com/event/12345, size: 5000000, duration: 10:00}',
    'video: https://tube.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv',
    `video: https://tube.example/videos/watch/playlist/9c9de5e8-0a1e-484a-b099-e80766180a6d`,
  ])('is refused where a file should stand: %s', async (line) => {
    const lines = line.startsWith('audio') ? [line] : ['audio:', line]
    const {problems} = await planFiles({'talk.md': episodeFile('talk', lines)})
    expect(problems.map(({code}) => code)).toContain('media-is-page')
    expect(problems.find(({code}) => code === 'media-is-page')).toMatchObject({severity: 'error', file: 'talk.md'})
  })

  it.each([
    ['https://www.youtube.com/shorts/aB3-dE5_gH7?t=90', page],
    ['https://www.youtube.com/live/aB3-dE5_gH7?t=1m30s', page],
    ['https://www.youtube-nocookie.com/embed/aB3-dE5_gH7?start=90', page],
    ['https://www.youtube.com/watch?v=aB3-dE5_gH7&list=PL0123456789&index=2', page],
    ['https://vimeo.com/123456789/abcdef0123#t=1m30s', 'https://vimeo.com/123456789/abcdef0123'],
    ['https://player.vimeo.com/video/123456789?h=abcdef0123', 'https://vimeo.com/123456789/abcdef0123'],
    ['https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=90s', 'https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv'],
    [
      'https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
      'https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    ],
  ])('is linked where it is the page of one video: %s', async (written, linked) => {
    for (const [front, body] of [
      [`video: ${written}`, 'Hello.'],
      [`youtube: ${written}`, 'Hello.'],
      ['subtitle: A talk', `<iframe src="${written}"></iframe>`],
    ]) {
      const {files, problems} = await planFiles({'talk.md': episodeFile('talk', ['audio:', front ?? ''], `${body}\n`)})
      expect(problems.filter(({severity}) => severity !== 'info').map(({code}) => code)).toEqual([
        'episode-without-enclosure',
      ])
      expect(files.get('feed.xml')).toContain(`<podcast:contentLink href="${linked}">`)
      expect(files.get('feed.xml')).not.toContain('<enclosure')
    }
  })
})

describe('what Apple does not list', () => {
  it('stands behind a file that it lists, whatever the order', async () => {
    const {files, problems} = await planned(['title: Talk', 'date: 2026-01-01', 'audio: [talk.ogg, talk.mp3]'])
    expect(problems.filter(({code}) => code !== 'feed-empty')).toEqual([])
    expect(enclosures(files.get('feed.xml'))).toEqual([at('talk.mp3')])
    expect(alternates(files.get('feed.xml'))).toEqual([at('talk.ogg')])
  })

  it('is the enclosure where there is nothing else, with a warning', async () => {
    const {files, problems} = await planFiles({
      'talk.md': episodeFile('talk', ['audio: talk.ogg']),
      'talk.ogg': media.ogg,
    })
    expect(problems).toMatchObject([{code: 'media-not-for-apple', severity: 'warning'}])
    expect(enclosures(files.get('feed.xml'))).toEqual([at('talk.ogg')])
  })
})
