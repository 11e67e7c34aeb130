import {describe, expect, it} from 'vitest'
import {readSource} from '../../src/sources/read-source.ts'
import {bytesInMemory} from '../../src/sources/source-text.ts'
import {unpackedShow} from './unpacked-show.ts'

const namespaces =
  'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
const enclosure = meta('enclosure', 'https://n.test/1.mp3\n5000\naudio/mpeg')

function exported(...posts: readonly string[]) {
  const items = posts.map((post) => `<item>${post}</item>`).join('')
  const text = `<rss version="2.0" ${namespaces}><channel><title>Night</title><link>https://n.test</link><language>de</language><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`
  const outcome = readSource(bytesInMemory([Buffer.from(text)]), 'export.xml')
  if (!outcome.ok) throw new Error('it was not read')
  return unpackedShow(outcome.value)
}

describe('a WordPress export', () => {
  it('is a show, with an episode for each post that has media', () => {
    const post = `<title>One</title><link>https://n.test/one/</link><guid>https://n.test/?p=7</guid><wp:post_date_gmt>2026-01-31 09:00:00</wp:post_date_gmt><content:encoded><![CDATA[<p>Notes</p>]]></content:encoded><excerpt:encoded>Short.</excerpt:encoded>${enclosure}`
    const show = exported(post, '<title>An article</title>')
    expect(show).toMatchObject({format: 'wordpress', title: 'Night', siteUrl: 'https://n.test', isPrivate: false})
    expect(show.fields).toEqual({language: 'de'})
    expect(show.episodes).toMatchObject([
      {
        guid: 'https://n.test/?p=7',
        title: 'One',
        publishedAt: new Date('2026-01-31T09:00:00Z'),
        pageUrl: 'https://n.test/one/',
        notesHtml: '<p>Notes</p>',
        fields: {summary: 'Short.'},
        media: [{url: 'https://n.test/1.mp3', mimeType: 'audio/mpeg', sizeInBytes: 5000}],
      },
    ])
  })

  it.each([
    ['a draft', '<wp:status>draft</wp:status>'],
    ['a private post', '<wp:status>private</wp:status>'],
    ['a page', '<wp:post_type>page</wp:post_type>'],
    ['a file of the library', '<wp:post_type>attachment</wp:post_type>'],
  ])('has no episode for %s', (_what, element) => {
    expect(exported(`<title>One</title>${enclosure}${element}`).episodes).toEqual([])
  })

  it('has the numbers of PowerPress', () => {
    const more = 'a:2:{s:10:"episode_no";s:1:"7";s:6:"season";s:1:"2";}'
    const post = `<title>One</title>${meta('enclosure', `https://n.test/1.mp3\n5000\naudio/mpeg\n${more}`)}`
    expect(exported(post).episodes[0]?.fields).toMatchObject({episode: 7, season: 2})
  })

  it.each([
    ['paragraphs where lines are empty', 'One\ntwo\n\nThree', '<p>One<br>\ntwo</p>\n<p>Three</p>'],
    ['no marks of the editor', '<!-- wp:paragraph {"a":1} -->\n<p>One</p>\n<!-- /wp:paragraph -->', '<p>One</p>'],
    [
      'no places of players',
      '[powerpress url="x"]\n\nOne [sic]\n\n[audio src="y"][/audio]',
      '<p>One [sic]</p>\n<p>[audio src="y"][/audio]</p>',
    ],
    ['lists as they are', 'One\n\n<ul>\n<li>a</li>\n</ul>', '<p>One</p>\n<ul>\n<li>a</li>\n</ul>'],
  ])('has %s', (_what, text, html) => {
    const post = `<title>One</title><content:encoded><![CDATA[${text}]]></content:encoded>${enclosure}`
    expect(exported(post).episodes[0]?.notesHtml).toBe(html)
  })

  it.each([
    [
      'of PowerPress',
      meta('enclosure', 'https://n.test/1.mp3\n5000\naudio/mpeg\na:1:{s:8:"duration";s:8:"01:02:03";}'),
      3723,
    ],
    ['of Seriously Simple Podcasting', meta('audio_file', 'https://n.test/1.mp3') + meta('duration', '2:03'), 123],
    ['in no time at all', enclosure + meta('duration', 'long'), undefined],
  ])('has the length of media as the plugin keeps it: %s', (_what, fields, durationInSeconds) => {
    const [media] = exported(`<title>One</title>${fields}`).episodes[0]?.media ?? []
    expect(media).toMatchObject({url: 'https://n.test/1.mp3'})
    expect(media?.durationInSeconds).toBe(durationInSeconds)
  })

  it('has all files of a post, the one of the plugin for podcasts first, each once', () => {
    const noted = meta('enclosure', 'https://n.test/b.mp3\n6000\naudio/mpeg\n')
    const picture = meta('enclosure', 'https://n.test/a.jpg\n9000\nimage/jpeg')
    const post = `<title>One</title>${enclosure}${picture}${noted}${meta('audio_file', 'https://n.test/b.mp3')}`
    expect(exported(post).episodes[0]?.media).toEqual([
      {url: 'https://n.test/b.mp3', mimeType: 'audio/mpeg', sizeInBytes: 6000},
      {url: 'https://n.test/1.mp3', mimeType: 'audio/mpeg', sizeInBytes: 5000},
    ])
  })

  it.each([
    [meta('explicit', 'on') + meta('itunes_episode_type', 'Bonus'), {explicit: true, type: 'bonus'}],
    [meta('explicit', '') + meta('itunes_episode_type', 'full'), {}],
    [meta('enclosure', 'https://n.test/1.mp3\n1\naudio/mpeg\na:1:{s:8:"explicit";s:1:"2";}'), {explicit: false}],
  ])('has what the plugins say of an episode: %s', (fields, expected) => {
    expect(exported(`<title>One</title>${fields}${enclosure}`).episodes[0]?.fields).toEqual(expected)
  })

  it('names and keeps post meta that nobody knows, but not what WordPress notes for itself', () => {
    const post = `<title>One</title>${enclosure}${meta('my_guest', 'Ada')}${meta('_edit_last', '1')}${meta('empty', '')}`
    const [unknown] = exported(post).episodes.map((each) => each.unknown)
    expect(unknown?.map(({name}) => name)).toEqual(['wp:postmeta my_guest'])
    expect(unknown?.[0]?.text).toContain('Ada')
  })

  it('has the picture of an episode', () => {
    const [{files} = {files: []}] = exported(
      `<title>One</title>${enclosure}${meta('cover_image', 'https://n.test/c.jpg')}`,
    ).episodes
    expect(files).toEqual([{role: 'picture', url: 'https://n.test/c.jpg'}])
  })

  it('counts the posts that are no episodes', () => {
    const draft = `<title>Draft</title>${enclosure}<wp:status>draft</wp:status>`
    const show = exported(
      `<title>One</title>${enclosure}`,
      draft,
      '<title>Words</title>',
      '<wp:post_type>page</wp:post_type>',
    )
    expect(show.leftPosts).toEqual({withoutMedia: 1, unpublished: 1})
  })

  it('has the author of a site that has one', () => {
    const author = (name: string) => `<wp:author><wp:author_display_name>${name}</wp:author_display_name></wp:author>`
    const channel = (authors: string) =>
      `<rss version="2.0" ${namespaces}><channel><title>Night</title><wp:wxr_version>1.2</wp:wxr_version>${authors}<item><title>One</title>${enclosure}</item></channel></rss>`
    const fieldsOf = (authors: string) => {
      const outcome = readSource(bytesInMemory([Buffer.from(channel(authors))]), 'export.xml')
      return outcome.ok ? outcome.value.fields : undefined
    }
    expect(fieldsOf(author('Kim'))).toEqual({author: 'Kim'})
    expect(fieldsOf(author('Kim') + author('Jo'))).toEqual({})
  })

  it('has no media with an address of this machine', () => {
    expect(exported(`<title>One</title>${meta('audio_file', '/var/www/1.mp3')}`).episodes).toEqual([])
  })

  it('has tags for tags and none for categories, and numbers that are numbers', () => {
    const words = '<category domain="post_tag">rails</category><category domain="category">Podcast</category>'
    const numbers = meta('itunes_season_number', '2') + meta('itunes_episode_number', '0')
    expect(exported(`<title>One</title>${words}${numbers}${enclosure}`).episodes[0]?.fields).toEqual({
      tags: ['rails'],
      season: 2,
    })
  })
})
