import {once} from 'node:events'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {afterEach, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {buildAsMarkdown, buildNetwork, deploy, hostingText, nextDue, notify, type Problem} from '../../src/index.ts'
import {castwright} from '../cli/castwright.ts'
import {bucket, keys, type ObjectServer, objectServer} from '../deploy/object-server.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {rowsOfSeries} from '../series.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

/** What is withheld, each with words of its own in every place where an author may write some. */
type Withheld = {
  readonly word: string
  readonly lines: readonly string[]
  /** From when on everybody has it, and from when on members do. */
  readonly forEverybody?: string
  readonly forMembers?: string
}

const day = '2026-06-10T09:00:00Z'
const withheld: readonly Withheld[] = [
  {word: 'zqdraft', lines: ['date: 2026-01-01', 'draft: true']},
  {word: 'zqleft', lines: ['date: 2026-01-01']},
  {word: 'zqlater', lines: [`date: ${day}`], forEverybody: day, forMembers: '2026-06-07T09:00:00Z'},
  {
    word: 'zqkept',
    lines: [`date: ${day}`, 'not_before: 2026-06-12T09:00:00Z'],
    forEverybody: '2026-06-12T09:00:00Z',
    forMembers: '2026-06-12T09:00:00Z',
  },
]

const clocks = [
  '2026-06-01T00:00:00Z',
  '2026-06-07T08:59:59Z',
  '2026-06-07T09:00:00Z',
  '2026-06-07T09:00:01Z',
  '2026-06-08T12:00:00Z',
  '2026-06-10T08:59:59Z',
  '2026-06-10T09:00:00Z',
  '2026-06-10T09:00:01Z',
  '2026-06-11T12:00:00Z',
  '2026-06-12T08:59:59Z',
  '2026-06-12T09:00:00Z',
  '2026-06-12T09:00:01Z',
  '2027-01-01T00:00:00Z',
] as const

function episodeWith({word, lines}: Pick<Withheld, 'word' | 'lines'>): Record<string, string | Uint8Array> {
  const front = [
    `title: ${word} title`,
    `guid: ${word}-guid`,
    `audio: ${word}-sound.mp3`,
    `guests: [${word} guest]`,
    `tags: [${word} tag]`,
    `chapters: ["0:00 ${word} chapter"]`,
    `image: ${word}-cover.png`,
    `aliases: [/old/${word}/]`,
    `subtitle: ${word} subtitle`,
    `location: ${word} town`,
    `soundbites: [{start: 0, duration: 15, title: ${word} bite}]`,
    `translations: {de: "https://de.trial.example/${word}/"}`,
    ...lines,
  ]
  return {
    [`${word}.md`]: `---\n${front.join('\n')}\n---\n${word} notes, and ![${word} picture](${word}-in-text.png).\n`,
    [`${word}-sound.mp3`]: Buffer.concat([media.mp3, Buffer.from(word)]),
    [`${word}-in-text.png`]: picture,
    [`${word}-cover.png`]: picture,
    [`${word}.de.vtt`]: `WEBVTT\n\n00:00.000 --> 00:00.400\n${word} gesprochen.\n`,
    [`${word}.vtt`]: `WEBVTT\n\n00:00.000 --> 00:00.400\n<v ${word} guest>${word} spoken.\n`,
  }
}

const picture = readFileSync(join(import.meta.dirname, '../fixtures/shows/plain-audio/show/cover.png'))

/** A network of an open show, which withholds episodes, and of a blocked one. */
function network(site: string): string {
  const folder = temporaryShow({'network.yaml': showFile(`site_url: ${site}`, 'title: All of it')})
  const all = Object.fromEntries(withheld.flatMap((each) => Object.entries(episodeWith(each))))
  const under = (name: string, files: Record<string, string | Uint8Array>) =>
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]))
  writeFiles(folder, {
    ...under('open', {
      ...episodeWith({word: 'known', lines: ['date: 2026-01-02']}),
      // An episode that everybody has leads to those that nobody has yet.
      'links.md': `---\ntitle: Links\ndate: 2026-01-04\naudio: links.mp3\n---\n${withheld.map(({word}) => `[More](${word}.md)`).join(', ')}\n`,
      'links.mp3': Buffer.concat([media.mp3, Buffer.from('links')]),
      'cover.png': picture,
      ...all,
      'show.yaml': showFile(
        `site_url: ${site}open/`,
        'leave_out: {zqleft.md: not ours}',
        'feeds: {supporters: {members: members.txt, early: 3 days}, text: {transcript: true}, newest: {first: 2, formats: [rss, atom, json]}}',
        'image: cover.png',
        'embed: true',
        'data: true',
        'precompress: true',
        `hubs: [${site}hub]`,
      ),
      'members.txt': 'zqmember\n',
    }),
    ...under('inner', {
      ...episodeWith({word: 'zqinner', lines: ['date: 2026-01-03']}),
      'show.yaml': showFile(`site_url: ${site}inner/`, 'title: zqinner show', 'block: true', `hubs: [${site}hub]`),
    }),
  })
  return folder
}

const everyWord = [...withheld.map(({word}) => word), 'zqinner', 'zqmember', secret]

/** In bytes that were read as Latin-1. A text beyond that is stored with two bytes for a letter. */
function isIn(text: string, word: string): boolean {
  return text.includes(word) || text.includes([...word].join('\0'))
}

const feedEndings = feedKinds.map(({mainPath}) => mainPath.slice(mainPath.lastIndexOf('.') + 1))

/**
 * What may be in each kind of document: of an episode only once everybody has it (`due`), what members have (`early`), the blocked show
 * (`blocked`). A document that is in no row fails the test: a new kind gets its row.
 */
const rows: readonly (readonly [document: string, path: RegExp, ...may: ('due' | 'early' | 'blocked')[]])[] = [
  ['the files of the show that is blocked', /^(?:public|members)\/inner\//, 'blocked'],
  ['its lock, its report, and what speeds up its builds', /^show\/inner\//, 'blocked'],
  ['feeds and early files of members', /^members\/open\/supporters\//, 'due', 'early'],
  ['what a build for members notes', /^members\/(?:open\/)?\.castwright\//, 'due'],
  ['feeds', new RegExp(`^public/(?:open/)?(?:feed|atom|text|newest)[^/]*\\.(?:${feedEndings.join('|')})$`), 'due'],
  ['what is left of them, compressed', /^public\/open\/.*\.(?:gz|br)$/, 'due'],
  ['data for other generators', /^public\/open\/data\.json$/, 'due'],
  ['cards, and pictures in the sizes of pages', /^public\/open\/assets\/(?:cards?|pictures)[/.]/, 'due'],
  ['lists of shows', /^public\/(?:shows\.opml|publisher\.xml)$/],
  ['pages', /^public\/(?:open\/)?(?:.*\/)?(?:index|404)\.html$/, 'due'],
  ['transcripts and chapters', /^public\/open\/episodes\//, 'due'],
  ['media and pictures', /^public\/open\/(?:media|images)\//, 'due'],
  ['lists for pages', /^public\/(?:open\/)?(?:episode-list\.json|sitemap\.xml|robots\.txt)$/, 'due'],
  ['search', /^public\/(?:open\/)?search/, 'due'],
  ['style and scripts', /^public\/(?:open\/)?assets\//],
  // A host leads on from old addresses of the show that is blocked, too.
  ['files for hosts', /^public\/(?:open\/)?(?:_headers|_redirects|\.nojekyll)$/, 'due', 'blocked'],
  ['digests, from which the network is built', /^public\/open\/\.castwright\/digest/, 'due'],
  ['record of a deploy, and the names in the store', /^store /, 'due', 'blocked'],
  ['what hubs are told', /^notify hub$/, 'due', 'blocked'],
  ['what directories are told', /^notify (?:podping|podcastindex)$/, 'due'],
  ['what notify remembers and reports', /^notify (?:state|report)$/, 'due', 'blocked'],
  ['manifest, copy of the lock', /^public\/(?:open\/)?\.castwright\//, 'due'],
  ['locks', /^show\/(?:open\/)?castwright\.lock\.json$/, 'due'],
  ['caches', /^show\/(?:open\/)?\.castwright\//, 'due'],
  ['reports, for people and for jobs', /^report /, 'due'],
  ['what a job tells its host, and the page of its run', /^job (?:output|page)$/, 'due', 'blocked'],
  ['what a job prints, beside the names of files', /^job /, 'due', 'blocked'],
  ['the comment at a pull request', /^compare$/, 'due'],
  ['problems, beside the name of the file', /^problems /],
  ['when the next episode is due', /^next$/],
  ['lines for web servers', /^hosting /, 'due'],
]

/** A problem names the file that it is about, for those who may read it. It tells nothing of what is in the file. */
function withoutFiles(problems: readonly Problem[]): string {
  return withoutNames(JSON.stringify(problems))
}

function withoutNames(text: string): string {
  return text.replaceAll(/\bzq[\w-]+(?:\.de)?\.(?:md|mp3|png|vtt)\b/g, 'FILE')
}

type Told = {readonly service: string; readonly text: string}

/** A web server for the site in `root()`, which also is the hub, Podping and Podcast Index. */
async function siteServer(root: () => string) {
  const told: Told[] = []
  const server = createServer(async (request, response) => {
    const {url = '/', method, headers} = request
    const service = /^\/(hub|podping|podcastindex)/.exec(url)?.[1]
    if (service !== undefined) {
      told.push({
        service,
        text: decodeURIComponent([method, url, JSON.stringify(headers), await buffer(request)].join(' ')),
      })
      response.writeHead(202).end()
      return
    }
    const path = join(root(), url)
    if (existsSync(path)) response.end(readFileSync(path))
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {site: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, take: () => told.splice(0)}
}

type World = {
  readonly folder: string
  readonly site: string
  /** What the services were told since the last time. */
  readonly take: () => readonly Told[]
  readonly store: ObjectServer
}

/** What is told to others of what was built, and what is kept of that. */
async function toldAndKept({folder, site, take, store}: World): Promise<ReadonlyMap<string, string>> {
  const output = join(`${folder}-out`, 'public')
  const found = new Map<string, string>()
  const deployed = await deploy(output, {bucket, endpoint: store.endpoint, region: 'us-east-1', ...keys})
  expect(deployed.problems.filter(({severity}) => severity === 'error')).toEqual([])
  const record = '.castwright-deployed.json'
  found.set(`store ${record}`, await (await store.read(record)).text())
  found.set('store keys', (await store.keys()).join('\n'))
  const state = join(`${folder}-out`, 'notified.json')
  const services = {podpingUrl: `${site}podping`, podcastIndexUrl: `${site}podcastindex`, podpingToken: 'a-token'}
  const notified = await notify(output, {...services, state, waitInSeconds: 0})
  expect(notified.problems).toEqual([])
  found.set('notify report', JSON.stringify(notified))
  found.set('notify state', readFileSync(state, 'utf8'))
  for (const service of ['hub', 'podping', 'podcastindex']) found.set(`notify ${service}`, '')
  // The name of the blocked show is in the address of its feed.
  for (const {service, text} of take())
    found.set(`notify ${service}`, `${found.get(`notify ${service}`)}${text.replaceAll('/inner/', '/zqinner/')}\n`)
  return found
}

/** What a job of CI prints and tells its host when it compares, checks and builds, as the workflows of `init` do. */
async function ofJob(folder: string, clock: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const output = join(`${folder}-out`, 'public')
  const [told, page] = [`${folder}-told`, `${folder}-page.md`]
  for (const path of [told, page]) writeFileSync(path, '')
  const env = {GITHUB_OUTPUT: told, GITHUB_STEP_SUMMARY: page}
  const say = async (name: string, words: readonly string[]) => {
    const {stdout, stderr, status} = await castwright([...words, '--now', clock], {env})
    expect([name, status], stderr).toEqual([name, name === 'compare' ? expect.any(Number) : 0])
    found.set(name, withoutNames(`${stdout}${stderr}`))
  }
  if (existsSync(output)) await say('compare', ['compare', output, folder, '--format', 'markdown'])
  for (const format of ['sarif', 'github', 'full'])
    await say(`job ${format}`, ['check', join(folder, 'open'), '--format', format])
  await say('job json', ['build', folder, '--for', 'public', '--out', join(`${folder}-out`, 'job'), '--format', 'json'])
  found.set('job output', readFileSync(told, 'utf8'))
  found.set('job page', withoutNames(readFileSync(page, 'utf8')))
  return found
}

/** Every document that is made of the network at `clock`, by its path or name. */
async function documents(world: World, clock: string): Promise<ReadonlyMap<string, string>> {
  const {folder} = world
  const now = new Date(clock)
  const found = new Map(await ofJob(folder, clock))
  for (const audience of ['public', 'members'] as const) {
    const outcome = await buildNetwork(folder, join(`${folder}-out`, audience), {now, audience})
    expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const shows = outcome.ok ? outcome.value.shows : []
    found.set(`problems of ${audience}`, withoutFiles(outcome.problems))
    found.set(`report ${audience}`, JSON.stringify(outcome.ok ? outcome.value.network : undefined))
    for (const {name, outcome: built} of shows) {
      const report = name === 'inner' ? `show/inner/${audience}` : `report ${audience} ${name}`
      found.set(report, buildAsMarkdown({...built, problems: []}) + JSON.stringify(built.ok && built.value))
    }
    for (const path of hashesOf(join(`${folder}-out`, audience)).keys())
      found.set(`${audience}/${path}`, readFileSync(join(`${folder}-out`, audience, path), 'latin1'))
  }
  for (const path of hashesOf(folder).keys()) {
    if (/(?:^|\/)(?:castwright\.lock\.json$|\.castwright\/)/.test(path))
      found.set(`show/${path}`, readFileSync(join(folder, path), 'latin1'))
  }
  for (const [name, text] of await toldAndKept(world)) found.set(name, text)
  const next = await nextDue(folder, {now})
  found.set('next', JSON.stringify(next.ok && next.value))
  for (const host of ['nginx', 'caddy', 'netlify', 'apache'] as const) {
    const lines = await hostingText(join(folder, 'open'), host, {now})
    found.set(`hosting ${host}`, String(lines.ok && lines.value))
  }
  return found
}

describe('what is withheld', () => {
  it('is in no document that may not have it, at any time', async () => {
    let root = ''
    const {site, take} = await siteServer(() => root)
    const folder = network(site)
    root = join(`${folder}-out`, 'public')
    const world = {folder, site, take, store: await objectServer()}
    const wrong: string[] = []
    const seen = new Set<string>()
    const heard = new Set<string>()
    for (const clock of rowsOfSeries(clocks, 3)) {
      const isOut = (time: string | undefined) => time !== undefined && time <= clock
      for (const [path, content] of await documents(world, clock)) {
        const row = rows.find(([, pattern]) => pattern.test(path))
        if (row === undefined) wrong.push(`${clock}: ${path} is in no row`)
        const [document = '', , ...allowed] = row ?? []
        const may: readonly string[] = allowed
        seen.add(String(document))
        if (content !== '') heard.add(path)
        const text = `${path}\n${content}`
        for (const word of everyWord.filter((each) => isIn(text, each))) {
          const {forEverybody, forMembers} = withheld.find((each) => each.word === word) ?? {}
          const isAllowed =
            (may.includes('due') && isOut(forEverybody)) ||
            (may.includes('early') && isOut(forMembers)) ||
            (may.includes('blocked') && word === 'zqinner')
          if (!isAllowed) wrong.push(`${clock}: ${word} in ${path}`)
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
    expect([...heard]).toEqual(expect.arrayContaining(['notify hub', 'notify podping', 'notify podcastindex']))
    expect(rows.map(([document]) => document).filter((document) => !seen.has(document))).toEqual([])
  }, 300_000)
})
