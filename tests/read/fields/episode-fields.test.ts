import {describe, expect, it} from 'vitest'
import type {Episode} from '../../../src/model/episode.ts'
import {readOne} from '../temporary-show.ts'

const dated = 'title: One\ndate: 2024-01-31\n'

async function read(frontMatter: string, options: Parameters<typeof readOne>[1] = {}): Promise<Episode> {
  const {episode, problems} = await readOne(frontMatter, options)
  if (episode === undefined) throw new Error(JSON.stringify(problems))
  return episode
}

async function codes(frontMatter: string, options: Parameters<typeof readOne>[1] = {}): Promise<readonly string[]> {
  return (await readOne(frontMatter, options)).problems.map(({code}) => code)
}

describe('every name in use is read', () => {
  it.each([
    ['title: One', 'One'],
    ['Title: One', 'One'],
    ['name: One', 'One'],
    ['itunes_title: One', 'One'],
    ['episode: {title: One}', 'One'],
    ['"title": "241: One"', '241: One'],
  ])('title from %s', async (line, title) => {
    expect((await read(`${line}\ndate: 2024-01-31`)).title).toBe(title)
  })

  it.each(['summary', 'description', 'Description', 'excerpt', 'itunes_summary'])('summary from %s', async (key) => {
    expect((await read(`${dated}${key}: About it.`)).summary).toBe('About it.')
  })

  it.each([
    ['date', '2024-01-31'],
    ['Date', '2024-01-31T00:00:00Z'],
    ['PublishDate', '2024-01-31'],
    ['publish_date', '2024-01-31'],
    ['pub_date', '2024-01-31'],
    ['pubDate', 'Wed, 31 Jan 2024 00:00:00 +0000'],
    ['published', '2024-01-31'],
    ['published_at', '2024-01-31 00:00:00 +0000'],
    ['publication', '"January 31st, 2024"'],
    ['publicationDate', '20240131'],
    ['publication_date', '2024-1-31'],
    ['datum', '31.01.2024'],
    ['upload_date', '20240131'],
    ['date', '1706659200000'],
    ['date', '1706659200'],
  ])('date from %s: %s', async (key, value) => {
    const {publication} = await read(`title: One\n${key}: ${value}`)
    expect(publication).toEqual({state: 'published', at: new Date('2024-01-31T00:00:00Z')})
  })

  it.each([
    'number',
    'episode',
    'Episode',
    'episode_number',
    'episodeNumber',
    'itunes_episode',
    'itunes:episode',
    'ep',
  ])('number from %s', async (key) => {
    expect((await read(`${dated}"${key}": "008"`)).number).toBe(8)
  })

  it.each([
    ['episode: 0', 0],
    ['episode: 100.5', 100.5],
    ['episode: {episodeNumber: 42, title: Two}', 42],
    ['season: 2', undefined],
  ])('number from %s', async (line, number) => {
    expect((await read(`date: 2024-01-31\ntitle: One\n${line}`)).number).toBe(number)
  })

  it.each(['season: 3', 'season_number: "3"', 'episode: {seasonNumber: 3}', 'itunes_season: 3'])(
    'season from %s',
    async (line) => {
      expect((await read(`${dated}${line}`)).season).toBe(3)
    },
  )

  it.each([
    ['type: trailer', 'trailer'],
    ['episodeType: Bonus', 'bonus'],
    ['episode_type: full', 'full'],
    ['type: podcast', 'full'],
    ['type: post', 'full'],
    ['layout: x', 'full'],
  ])('type from %s', async (line, type) => {
    expect((await read(`${dated}${line}`)).type).toBe(type)
  })

  it.each([
    ['explicit: "yes"', true],
    ['explicit: no', false],
    ['explicit: clean', false],
    ['itunes_explicit: true', true],
    ['explicit:', undefined],
  ])('explicit from %s', async (line, explicit) => {
    expect((await read(`${dated}${line}`)).explicit).toBe(explicit)
  })

  it.each(['draft: true', 'upcoming: yes', 'published: false'])('%s is a draft and needs no date', async (line) => {
    expect((await read(`title: One\n${line}`)).publication).toEqual({state: 'draft'})
  })

  it.each([
    ['image: cover.jpg', 'cover.jpg'],
    ['thumbnail: /blog/assets/cover.png', '/blog/assets/cover.png'],
    ['episode-cover: https://example.org/cover.jpg', 'https://example.org/cover.jpg'],
    ['images: [one.png, two.png]', 'one.png'],
    ['image: {url: one.png}', 'one.png'],
    ['image_href: one.png', 'one.png'],
  ])('image from %s', async (line, image) => {
    expect((await read(`${dated}${line}`)).image).toBe(image)
  })

  it.each([
    ['tags: [one, two]', ['one', 'two']],
    ['tags: one, two', ['one', 'two']],
    ['category: one', ['one']],
    ['tags: [one]\nkeywords: "two, three"', ['one', 'two', 'three']],
    ['tags: [""]', []],
  ])('tags from %s', async (line, tags) => {
    expect((await read(`${dated}${line}`)).tags).toEqual(tags)
  })
})

describe('a map of media by format', () => {
  it.each([
    ['audio: {mp3: a.mp3, ogg: a.ogg, size: 5000000, duration: "10:00"}', [5_000_000, undefined]],
    ['audio: {mp3: a.mp3, ogg: a.ogg, size: {ogg: 4000000, mp3: 5000000}, duration: 600}', [5_000_000, 4_000_000]],
    ['audio: {mp3: {file: a.mp3, size: 5000000}, ogg: a.ogg, length: 600, duration: "10:00"}', [5_000_000, undefined]],
    ['podcast: {mp3: a.mp3, ogg: a.ogg, size: 5000000, duration: "10:00"}', [5_000_000, undefined]],
  ])('takes facts beside formats: %s', async (line, sizes) => {
    const {media} = await read(`${dated}${line}`)
    expect(media.map(({location}) => location)).toEqual(['a.mp3', 'a.ogg'])
    expect(media.map(({sizeInBytes}) => sizeInBytes)).toEqual(sizes)
    expect(media.map(({durationInSeconds}) => durationInSeconds)).toEqual([600, 600])
  })

  it('says what is wrong with a fact beside formats, and keeps the file', async () => {
    const {episode, problems} = await readOne(`${dated}audio: {mp3: a.mp3, size: 12}`)
    expect(episode?.media).toMatchObject([{location: 'a.mp3', kind: 'audio'}])
    expect(problems).toMatchObject([{code: 'value-invalid', severity: 'warning', line: 4, column: 27}])
  })
})

describe('media in the forms in use', () => {
  const remote = 'https://media.example.org/one.mp3'
  it.each([
    ['audio', remote],
    ['file', remote],
    ['podcast_file', remote],
    ['audio_url', remote],
    ['audioUrl', remote],
    ['mp3URL', remote],
    ['asset_url', remote],
    ['enclosure', remote],
    ['podcast_link', remote],
    ['url', remote],
    ['link', remote],
    ['media_override', remote],
    ['episode', `{filename: ${remote}}`],
    ['audio', `{url: ${remote}}`],
    ['audio', `{mp3: ${remote}}`],
    ['audio', `{mp3: ${remote}, size: 5000000}`],
    ['audio', `{MP3: ${remote}, type: audio/mpeg, bitrate: 128}`],
    ['audio', `{full: ${remote}, duration: "10:00"}`],
    ['podcast', `{audio: ${remote}, duration: "10:00"}`],
    ['podcast', `{m4a: ${remote}}`],
    ['podcast', `{mp3: {url: ${remote}, length: 5000000}}`],
    ['podcast', `{file: {mp3: ${remote}, size: 5000000}}`],
    ['audio', `[{url: ${remote}, mimeType: audio/mpeg}]`],
    ['enclosure', `{url: ${remote}, length: 50603073, type: audio/mpeg}`],
    ['audio', '//media.example.org/one.mp3'],
  ])('%s: %s', async (key, value) => {
    const {media} = await read(`${dated}${key}: ${value}`)
    expect(media.map(({location, kind}) => [location, kind])).toEqual([[remote, 'audio']])
  })

  it('takes several as alternatives, the overriding one first, sound before picture', async () => {
    const {media} = await read(
      `${dated}video_file: https://m.example.org/a.mp4\npodcast_ogg_file: https://m.example.org/a.ogg\npodcast_file: https://m.example.org/a.mp3\nmedia_override: https://m.example.org/b.mp3`,
    )
    expect(media.map(({location}) => location.slice(-5))).toEqual(['b.mp3', 'a.mp3', 'a.ogg', 'a.mp4'])
    expect(media.map(({kind}) => kind)).toEqual(['audio', 'audio', 'audio', 'video'])
  })

  it('takes the size, type and duration of a map, and of the fields for the first file', async () => {
    const [first] = (
      await read(`${dated}audio: {url: ${remote}, type: audio/mpeg, size: "50603073 bytes", duration: "1:02:03"}`)
    ).media
    expect(first).toMatchObject({mimeType: 'audio/mpeg', sizeInBytes: 50603073, durationInSeconds: 3723})
    const {media} = await read(
      `${dated}audio: {mp3: https://m.example.org/a.mp3, ogg: https://m.example.org/a.ogg}\nlength: "94 829 007"\nduration: 71:31`,
    )
    expect(media).toMatchObject([{sizeInBytes: 94829007, durationInSeconds: 4291}, {durationInSeconds: 4291}])
    expect(media[1]).not.toHaveProperty('sizeInBytes')
  })

  it('takes the size for the file that lies beside the episode', async () => {
    const {episode} = await readOne(`${dated}size: 50603073`, {more: {'one.mp3': '-'}, name: 'one.md'})
    expect(episode?.media).toEqual([{location: 'one.mp3', kind: 'audio', sizeInBytes: 50603073}])
  })

  it('takes sizes by format', async () => {
    const {media} = await read(
      `${dated}audio: {mp3: https://m.example.org/a.mp3, ogg: https://m.example.org/a.ogg}\nfilesize: {ogg: 2222222, mp3: 1111111}`,
    )
    expect(media.map(({sizeInBytes}) => sizeInBytes)).toEqual([1111111, 2222222])
  })

  it.each([
    ['size: -1', undefined],
    ['podcast_bytes: "50603073"', 50603073],
    ['episode: {size: 50603073}', 50603073],
    ['bytes: 13.7 MB', 13700000],
  ])('size from %s', async (line, sizeInBytes) => {
    expect((await read(`${dated}audio: ${remote}\n${line}`)).media[0]?.sizeInBytes).toBe(sizeInBytes)
  })

  it.each([
    ['duration: "1:02:03"', 3723],
    ['duration: 1:02:03', 3723],
    ['podcast_duration: 71:31', 4291],
    ['duration: 3723.5', 3723.5],
    ['duration_min: 62', 3720],
    ['duration_seconds: 3723', 3723],
    ['duration: 0:00', undefined],
    ['duration: ""', undefined],
  ])('duration from %s', async (line, durationInSeconds) => {
    expect((await read(`${dated}audio: ${remote}\n${line}`)).media[0]?.durationInSeconds).toBe(durationInSeconds)
  })

  it('finds named files beside the episode, below the show folder, and on the media server', async () => {
    const show = 'media_url: https://media.example.org/files\n'
    const more = {'sound/one.mp3': '', 'shared.mp3': ''}
    const name = 'sound/one.md'
    expect((await read(`${dated}audio: one.mp3`, {name, more})).media[0]?.location).toBe('sound/one.mp3')
    expect((await read(`${dated}audio: ../shared.mp3`, {name, more})).media[0]?.location).toBe('shared.mp3')
    expect((await read(`${dated}audio: /shared.mp3`, {name, more})).media[0]?.location).toBe('shared.mp3')
    expect((await read(`${dated}audio: "S1E1, A new phase.mp3"`, {show})).media[0]?.location).toBe(
      'https://media.example.org/files/S1E1,%20A%20new%20phase.mp3',
    )
    expect((await read(`${dated}audio: a%20b.mp3`, {show})).media[0]?.location).toBe(
      'https://media.example.org/files/a%20b.mp3',
    )
  })

  it('refuses files that lie outside the show folder', async () => {
    expect(await codes(`${dated}audio: ../../etc/passwd`)).toContain('file-outside-show')
    expect(await codes(`${dated}audio: file:///etc/passwd`)).toContain('value-invalid')
  })

  it('does not ask a draft for files that are still to come', async () => {
    const frontMatter = 'title: One\ndraft: true\naudio: later.mp3\ntranscript: later.vtt'
    expect(await codes(frontMatter)).toEqual([])
  })

  it.each([
    ['youtube: abcdefghijk', 'abcdefghijk'],
    ['youtube_url: https://www.youtube.com/watch?v=abcdefghijk', 'abcdefghijk'],
    ['youtube_link: https://youtu.be/abcdefghijk?t=3', 'abcdefghijk'],
    ['video_id: abcdefghijk', 'abcdefghijk'],
    ['video: https://youtu.be/abcdefghijk', 'abcdefghijk'],
  ])('%s is a hosted video and never an enclosure', async (line, id) => {
    const {hostedVideo, media, places} = await read(`${dated}${line}`)
    expect(hostedVideo).toMatchObject({service: 'youtube', id})
    expect(media).toEqual([])
    expect(places.get('hostedVideo')).toEqual({line: 4, column: line.indexOf(' ') + 2})
  })

  it('says what is no video', async () => {
    expect(await codes(`${dated}youtube: https://www.youtube.com/@nighttrains`)).toContain('video-unrecognised')
  })

  it('keeps a page as the link', async () => {
    expect((await read(`${dated}url: https://example.org/one`)).link).toBe('https://example.org/one')
    expect((await read(`${dated}url: /one/`)).link).toBeUndefined()
  })
})

describe('which of several keys counts', () => {
  it('prefers PublishDate to Date: Hugo shows have both', async () => {
    const {publication} = await read('title: One\nDate: 2023-05-05\nPublishDate: 2024-01-31')
    expect(publication).toMatchObject({at: new Date('2024-01-31')})
  })

  it('passes over keys without a value', async () => {
    expect((await read('title: One\nPublishDate:\nDate: 2024-01-31')).publication.state).toBe('published')
    expect((await read(`${dated}summary: ""\ndescription: About it.`)).summary).toBe('About it.')
  })

  it('prefers the key that the show names', async () => {
    const show = 'fields: {audio.url: my_sound, number: folge, duration: meta.length}\n'
    const episode = await read(
      `${dated}my_sound: https://m.example.org/a.mp3\nfolge: 7\nepisode: 8\nmeta: {length: "1:00:00"}`,
      {show},
    )
    expect(episode.number).toBe(7)
    expect(episode.media).toMatchObject([{location: 'https://m.example.org/a.mp3', durationInSeconds: 3600}])
  })
})

describe('keys that are not known', () => {
  it('one slip away from a known one are said with the near name', async () => {
    const {problems} = await readOne(`${dated}explict: true`)
    expect(problems).toMatchObject([
      {code: 'key-misspelt', file: 'one.md', line: 4, hint: expect.stringContaining('"explicit"')},
    ])
  })

  it('are named once for the whole show, at the first file', async () => {
    const more = {
      'a.md': '---\ntitle: A\ndate: 2024-01-30\nmood: glad\n---\n',
      'b.md': '---\ntitle: B\ndate: 2024-01-30\nmood: sad\n---\n',
    }
    const {problems} = await readOne(`${dated}mood: cheerful`, {more})
    expect(problems).toMatchObject([{code: 'key-unknown', severity: 'info', file: 'a.md', line: 4}])
  })

  it('are errors in a strict show', async () => {
    expect(await codes(`${dated}mood: cheerful`, {show: 'strict: true\n'})).toEqual(['key-refused'])
  })

  it('may be declared as another tool’s', async () => {
    expect(
      await codes(`${dated}mood: cheerful\nexplict: true`, {show: 'strict: true\nother_keys: [mood, explict]\n'}),
    ).toEqual([])
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is just another one', async (key) => {
    expect(await codes(`${dated}${key}: x`)).toEqual(['key-unknown'])
  })
})

describe('twenty mistakes in one episode are twenty problems in one run', () => {
  it('each at its own line and column', async () => {
    const lines = [
      'title: [a, b]',
      'date: 2024-02-31',
      'updated: soon',
      'season: -1',
      'episode: seven',
      'type: weekly',
      'explicit: perhaps',
      'block: maybe',
      'draft: possibly',
      'audio: javascript:alert(1)',
      'video: ftp://example.org/a.mp4',
      'size: 13.7',
      'duration: an hour',
      'duration_minutes: x',
      'language: english',
      'hosts: [{role: Host}]',
      'guests: [{name: A, role: Gest}]',
      'chapters: [nonsense]',
      'links: [{text: A, url: "javascript:alert(1)"}]',
      'sumary: A',
    ]
    const {problems} = await readOne(lines.join('\n'))
    const found = problems.filter(({severity}) => severity !== 'info')
    expect(found.map(({line}) => line).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(lines.map((_, index) => index + 2))
    expect(found.find(({line}) => line === 3)).toMatchObject({code: 'value-invalid', column: 7})
  })

  it.each([
    [
      'a part that is wrong',
      'links: [{text: A, url: "javascript:alert(1)"}, {text: B, url: "https://b.example/"}]',
      'it',
    ],
    ['all, of which nothing is left', 'links: [{text: A, url: "javascript:alert(1)"}]', 'links'],
    [
      'all, where one part means nothing without the others',
      'value: {recipients: [{address: a@b.example, split: 1}, {address: c@d.example, split: half}]}',
      'value',
    ],
  ])('and what is left out is named: %s', async (_, line, left) => {
    const {problems} = await readOne(`${dated}${line}`)
    const [found] = problems.filter(({code}) => code === 'value-invalid')
    expect(found?.message).toMatch(new RegExp(`, so ${left} is left out$`))
  })
})
