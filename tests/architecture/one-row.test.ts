import {describe, expect, it} from 'vitest'
import {detectChapterFormat} from '../../src/chapters/all-formats.ts'
import type {ChapterFormat} from '../../src/chapters/chapter-format.ts'
import {allFileKinds, fileKindsOf} from '../../src/file-kinds/all-kinds.ts'
import {type FeedKind, feedKinds, isJudgedType} from '../../src/file-kinds/feed-kinds.ts'
import type {FileKind} from '../../src/file-kinds/file-kind.ts'
import type {FeedItem} from '../../src/model/feed.ts'
import type {FeedFormatName} from '../../src/model/feed-settings.ts'
import type {OutputFile} from '../../src/model/output.ts'
import type {RenderedFeed} from '../../src/model/rendered-show.ts'
import {type EpisodePageKind, episodePageKinds, type ShowPageKind, showPageKinds} from '../../src/pages/page-kinds.ts'
import {type Container, containers, readMediaContent} from '../../src/probe/media-content.ts'
import {findEpisodeFiles} from '../../src/read/files/episode-files.ts'
import {renderTranscripts} from '../../src/render/transcripts.ts'
import {elementIndexFor} from '../../src/rules/all-elements.ts'
import {checkFeedBy} from '../../src/rules/check-feed.ts'
import {withNamespacesOf} from '../../src/rules/walk/namespaces.ts'
import {feedFormats} from '../../src/serialise/feed-formats.ts'
import {formatRss} from '../../src/serialise/rss.ts'
import {serialiseEpisode, serialiseFeed, serialiseShow} from '../../src/serialise/serialise.ts'
import {namespaces} from '../../src/tags/all-tags.ts'
import type {Namespace, Tag} from '../../src/tags/tag.ts'
import {xml} from '../../src/text/markup/xml.ts'
import {transcriptFormats, writtenFormats} from '../../src/transcripts/all-formats.ts'
import {readTranscript} from '../../src/transcripts/convert.ts'
import type {WrittenFormat} from '../../src/transcripts/formats/transcript-format.ts'
import {audioEpisode, channel, feed} from '../pages/sample-show.ts'
import {memory} from '../probe/memory-reader.ts'

/**
 * What CONTRIBUTING.md says under "To add": each table gets a row that the program does not have, and the row alone must do. The tables
 * are passed in; nothing else knows of the rows.
 */

const textOf = (file: OutputFile) => ('pieces' in file ? [...file.pieces].join('') : '')

describe('a tag', () => {
  const mood: Tag = {
    name: 'podcast:mood',
    spec: 'https://example.org/mood',
    summary: 'How it feels.',
    channel: () => [xml('podcast:mood', {}, 'calm')],
    item: () => [xml('podcast:mood', {of: 'host'}, xml('podcast:shade', {}, 'blue'))],
  }
  const withMood = namespaces.map((each) => (each.prefix === 'podcast' ? {...each, tags: [...each.tags, mood]} : each))

  it('is written, and known to check', () => {
    const text = [...formatRss(feed, withMood)].join('')
    expect(text).toContain('<podcast:mood>calm</podcast:mood>')
    expect(text).toContain('<podcast:mood of="host">')
    const complaints = (tags: readonly Namespace[]) =>
      checkFeedBy(elementIndexFor(tags), text, {}).problems.filter(({message}) => message.includes('podcast:mood'))
    expect(complaints(withMood)).toEqual([])
    // And by nothing but its row.
    expect(complaints(namespaces).map(({code}) => code)).toContain('feed-podcast-element-unknown')
  })

  it('may bring a namespace of its own', () => {
    const uri = 'https://example.org/ns/mood'
    expect(withNamespacesOf([{prefix: 'mood', uri}])).toContainEqual({prefix: 'mood', uri, kind: 'rules'})
    expect(withNamespacesOf(namespaces).filter(({prefix}) => prefix === 'podcast')).toHaveLength(2)
  })
})

const beats: FileKind = {
  name: 'beats',
  title: 'Beats',
  extensions: ['.beats'],
  mimeType: 'text/x-beats',
  aliases: [],
  role: 'transcript',
  form: 'text',
}

describe('a transcript format', () => {
  const format: WrittenFormat = {
    name: 'beats',
    title: 'Beats',
    file: beats,
    captions: false,
    sniff: (text) => text.startsWith('BEATS'),
    read: (text) => ({
      transcript: {parts: [{kind: 'turn', cues: [{spans: [{kind: 'speech', text: text.slice(6)}]}]}]},
      problems: [],
    }),
    write: () => 'BEATS\n',
  }

  it('is found beside an episode, read, published and linked', () => {
    const kinds = fileKindsOf([...allFileKinds, beats])
    const [files] = findEpisodeFiles(['ep.beats', 'ep.md'], [], kinds)
    expect(files?.transcripts).toEqual(['ep.beats'])
    const reading = readTranscript('BEATS Hello.', 'ep.beats', [format, ...transcriptFormats])
    if (!reading.ok) throw new Error('it was not read')
    expect(reading.value.parts).toHaveLength(1)
    const episode = {
      slug: 'ep',
      file: 'ep.md',
      linkedTranscripts: [],
      transcripts: [{transcript: reading.value, file: 'ep.beats'}],
    } as unknown as Parameters<typeof renderTranscripts>[1]
    const {transcripts, links} = renderTranscripts(channel, episode, [...writtenFormats, format])
    expect(links.at(-1)).toMatchObject({
      url: `${channel.siteUrl}episodes/ep/transcript.beats`,
      mimeType: 'text/x-beats',
    })
    const written = [...serialiseEpisode(channel, {...audioEpisode, transcripts})]
    const file = written.find(({path}) => path === 'episodes/ep/transcript.beats')
    expect(file && [file.mimeType, textOf(file)]).toEqual(['text/x-beats', 'BEATS\n'])
  })
})

describe('a chapter format', () => {
  const format: ChapterFormat = {
    name: 'beats',
    title: 'Beats',
    file: {...beats, role: 'chapters', extensions: ['.chapters.beats']},
    sniff: () => false,
    read: () => ({chapters: [{startInSeconds: 0, title: 'One'}], problems: []}),
  }

  it('is found beside an episode, and known by its name', () => {
    const kinds = fileKindsOf([...allFileKinds, format.file])
    const [files] = findEpisodeFiles(['ep.chapters.beats', 'ep.md'], [], kinds)
    expect(files?.chapters).toEqual(['ep.chapters.beats'])
    expect(detectChapterFormat('1', 'ep.chapters.beats', [format])).toBe(format)
  })
})

describe('a media container', () => {
  it('is a row that says what reads it', async () => {
    const row: Container = {
      detected: ['image/gif'],
      read: async () => ({kind: 'audio', durationInSeconds: 3}),
      audio: 'audio/mpeg',
      video: 'audio/mpeg',
    }
    const source = {reader: memory(Buffer.from('GIF89a\u0001\u0000\u0001\u0000')), name: 'ep.gif'}
    expect(await readMediaContent(source, containers)).toMatchObject({ok: false})
    expect(await readMediaContent(source, [...containers, row])).toMatchObject({
      ok: true,
      facts: {durationInSeconds: 3},
    })
  })

  it('is found beside an episode by the ending of its kind', () => {
    const kinds = fileKindsOf([...allFileKinds, {...beats, role: 'media'}])
    expect(findEpisodeFiles(['ep.beats', 'ep.md'], [], kinds)[0]?.media).toEqual(['ep.beats'])
  })
})

describe('a feed format', () => {
  it('is judged before it is published, unless its row says that no rule is about it', () => {
    const kind: FeedKind = {...beats, label: 'Beats', purpose: 'for drums', mainPath: 'feed.beats', isUnjudged: true}
    const judged = (kinds: readonly FeedKind[]) => kinds.filter(({mimeType}) => isJudgedType(mimeType, kinds))
    expect(judged([...feedKinds, kind])).toEqual(judged(feedKinds))
    const {isUnjudged: _, ...ordinary} = kind
    expect(judged([ordinary])).toEqual([ordinary])
  })

  it('is written where its path says', () => {
    const name = 'lines' as FeedFormatName
    const format = {
      name,
      title: 'Lines',
      mimeType: 'text/x-lines',
      separator: '',
      item: ({title}: FeedItem) => `${title}\n`,
      format: ({items}: RenderedFeed['document']) => items.map(({title}) => `${title}\n`),
    }
    const rendered: RenderedFeed = {
      name: 'main',
      isPrivate: false,
      document: feed,
      paths: {rss: 'feed.xml', [name]: 'feed.lines'},
      archives: [],
      budgetInBytes: 0,
    }
    const [documents] = serialiseFeed(rendered, 'show.yaml', [...feedFormats, format])
    expect(documents?.files.map(({file}) => [file.path, file.mimeType])).toEqual([
      ['feed.xml', 'application/rss+xml'],
      ['feed.lines', 'text/x-lines'],
    ])
    const [, lines] = documents?.files ?? []
    expect(lines && textOf(lines.file)).toBe(feed.items.map(({title}) => `${title}\n`).join(''))
  })
})

describe('a kind of page', () => {
  it('of episodes is written with each', () => {
    const kind: EpisodePageKind = {
      name: 'embed',
      title: 'A player for other sites',
      example: (slug) => `episodes/${slug}/embed/index.html`,
      pages: (_channel, {item}) => [{path: kind.example(item.slug), pieces: [item.title]}],
    }
    const paths = [...serialiseEpisode(channel, audioEpisode, [...episodePageKinds, kind])].map(({path}) => path)
    expect(paths).toContain('episodes/012-fifty-years/index.html')
    expect(paths).toContain('episodes/012-fifty-years/embed/index.html')
  })

  it('of the show is written once, a page a mood for example', () => {
    const kind: ShowPageKind = {
      name: 'moods',
      title: 'Episodes by mood',
      example: () => 'moods/weaving/index.html',
      rank: 'referred',
      pages: ({items}) =>
        [...new Set(items.flatMap(({tags}) => tags))].map((tag) => ({path: `moods/${tag}/index.html`, pieces: [tag]})),
    }
    const items = feed.items.map((item) => ({...item, tags: ['weaving']}))
    const show = {channel, items, feeds: []}
    const pagesWith = (kinds: readonly ShowPageKind[]) =>
      [...serialiseShow(show, [], 'show.yaml', kinds)]
        .filter(({mimeType}) => mimeType === 'text/html')
        .map(({path, rank}) => [path, rank])
    expect(pagesWith([...showPageKinds, kind])).toEqual([
      ...pagesWith(showPageKinds),
      ['moods/weaving/index.html', 'referred'],
    ])
    expect(pagesWith(showPageKinds)).toContainEqual(['index.html', 'feed'])
  })
})
