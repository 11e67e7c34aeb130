import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {adoptShow, type LackingShow} from '../../../src/index.ts'
import {openShow, readEpisode} from '../../../src/read/read.ts'
import {type Files, writeFiles} from '../../files-on-disk.ts'

const now = new Date('2026-06-01T00:00:00Z')
const config = 'title = "Night Trains"\nbaseURL = "https://trains.example/"\n[params]\ndescription = "Trains."\n'

function repository(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-adopt-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

function episode(title: string, day: number, more = ''): string {
  return `---\ntitle: ${title}\ndate: 2026-01-${day}\n${more}---\nNotes of ${title}.\n`
}

async function adopt(folder: string, options: Partial<Parameters<typeof adoptShow>[1]> = {}) {
  const outcome = await adoptShow(folder, {now, ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

describe('what no file of a repository says', () => {
  it('is asked of a person; the answers are written, and nothing at all where the person gives up', async () => {
    const files = {
      'one/1.md': episode('First', 10, 'audio: 1.mp3\n'),
      'one/2.md': episode('Second', 11, 'audio: 2.mp3\n'),
    }
    const folder = repository(files)
    const asked: string[] = []
    const ask = async ({missing}: LackingShow) => {
      asked.push(...missing.map(({question}) => question))
      return {
        title: ' Night Trains ',
        site_url: 'https://trains.example/',
        media_url: 'https://m.example/',
        description: '',
      }
    }
    expect((await adoptShow(folder, {now, ask: async () => undefined})).ok).toBe(false)
    expect(existsSync(join(folder, 'show.yaml'))).toBe(false)
    const {value} = await adopt(folder, {ask})
    expect(asked).toContain('Episodes name media files that are not here. Which address stands before 1.mp3?')
    expect(value[0]).toMatchObject({answered: ['title', 'site_url', 'media_url'], fate: 'created'})
    expect(value[0]?.missing.map(({field}) => field)).toEqual(['description'])
    expect(value[0]?.text).toContain('# your answer\ntitle: Night Trains\n')
  })

  it('is not needed for pages whose recordings lie beside them, whatever they are called', async () => {
    const page = (title: string) => `+++\ntitle = "${title}"\ndate = 2026-01-10T10:00:00Z\n+++\nNotes.\n`
    const folder = repository({
      'config.toml': config,
      'content/nights/_index.md': '---\ntitle: Nights\n---\n',
      'content/nights/dusk/index.md': page('Dusk'),
      'content/nights/dusk/sound.mp3': 'x',
      'content/nights/dusk/cover.jpg': 'x',
      'content/nights/dawn/index.md': page('Dawn'),
      'content/nights/dawn/sound.mp3': 'x',
    })
    const {value, problems} = await adopt(folder, {dryRun: true})
    expect(problems).toEqual([])
    expect(value).toMatchObject([{title: 'Night Trains', episodeCount: 2, missing: []}])
    expect(value[0]?.text).toContain('episodes: "content/nights/*/index.md"')
    expect(value[0]?.text).not.toContain('image:')
  })

  it('is not guessed where folders may be seasons or shows: the other one is named', async () => {
    const folder = repository({
      'config.toml': config,
      '_boats/1.md': episode('First', 10, 'audio: https://m.example/1.mp3\n'),
      '_boats/2.md': episode('Second', 11, 'audio: https://m.example/2.mp3\n'),
      '_trains/1.md': episode('Other', 12, 'audio: https://m.example/3.mp3\n'),
      '_trains/2.md': episode('Another', 13, 'audio: https://m.example/4.mp3\n'),
      '_posts/2026-01-01-news.md': episode('News', 14),
      '_posts/2026-01-02-news.md': episode('More news', 15),
    })
    const {problems} = await adopt(folder, {dryRun: true})
    expect(problems.map(({code, message}) => [code, message])).toEqual([
      ['adopt-group-left', '2 episodes are not in this show: _trains/*.md. Its episodes are _boats/*.md'],
    ])
  })

  it('is that of one show in a tree of several, which has to be named', async () => {
    const page = (title: string) => `---\ntitle: ${title}\n---\n`
    const folder = repository({
      'config.toml': config,
      'content/one/_index.md': page('One'),
      'content/one/1.md': episode('First', 10, 'audio: https://m.example/1.mp3\n'),
      'content/two/_index.md': page('Two'),
      'content/two/1.md': episode('Other', 11, 'audio: https://m.example/2.mp3\n'),
    })
    const titled = await adoptShow(folder, {now, title: 'Night Trains', siteUrl: 'https://trains.example/'})
    expect(titled.problems).toMatchObject([{code: 'adopt-show-unclear', hint: 'Say which one: --show content/one'}])
    expect(titled.problems[0]?.message).toContain('--title and --site can be about one show only')
    const unknown = await adoptShow(folder, {now, show: 'content/three'})
    expect(unknown.problems[0]?.message).toBe(
      'There is no show in content/three. Shows are in content/one, content/two',
    )
    const one = repository({'1.md': episode('First', 10, 'audio: https://m.example/1.mp3\n')})
    expect((await adoptShow(one, {now, show: 'nope'})).problems).toMatchObject([
      {message: 'There is no show in nope. The only show is the whole folder', hint: 'Leave --show out'},
    ])
    const {value} = await adopt(folder, {title: 'Night Trains', show: './content/two/'})
    expect(value.map((each) => [each.folder, each.title])).toEqual([['content/two', 'Night Trains']])
    expect(existsSync(join(folder, 'content/one/show.yaml'))).toBe(false)
    // The address before all media may be one for all.
    expect((await adoptShow(folder, {now, mediaUrl: 'https://m.example/'})).ok).toBe(true)
  })

  it('is added to a show.yaml that lacks it, once it was answered', async () => {
    const folder = repository({
      'show.yaml': 'title: Mine\nsite_url: https://trains.example/\n',
      'one/1.md': episode('First', 10, 'audio: https://m.example/1.mp3\n'),
    })
    const {value} = await adopt(folder, {description: 'Trains.'})
    expect(value[0]).toMatchObject({fate: 'completed', missing: []})
    expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toContain(
      'title: Mine\nsite_url: https://trains.example/\n\n# Added by `castwright adopt`.\n# your answer\ndescription: Trains.\n',
    )
  })
})

describe('keys of front matter that no build knows', () => {
  it('are proposed as fields, and episodes have their media from them', async () => {
    const own = (number: number) =>
      `sendung: ${number}\nfolgennummer: ${number}\nton:\n  datei: https://m.example/${number}.mp3\nspielzeit_dauer: 12:0${number}\nlaune: gut\n`
    const folder = repository({
      'hugo.toml': config,
      ...Object.fromEntries(
        [1, 2, 3].map((number) => [`content/folge/${number}.md`, episode(`Folge ${number}`, 10 + number, own(number))]),
      ),
    })
    const {value} = await adopt(folder)
    expect(value[0]?.text).toContain(`fields:
  # 3 of 3 episodes have "ton.datei", such as https://m.example/1.mp3
  audio: ton.datei
  # 3 of 3 episodes have "spielzeit_dauer", such as 12:01
  duration: spielzeit_dauer
  # 3 of 3 episodes have "folgennummer", such as 1
  episode: folgennummer
`)
    const opened = await openShow(folder)
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    for (const [index, each] of opened.value.episodes.entries()) {
      const read = await readEpisode(opened.value, each)
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      expect([read.value.number, read.value.media.map(({location}) => location)]).toEqual([
        index + 1,
        [`https://m.example/${index + 1}.mp3`],
      ])
    }
  })

  it('are left alone where too few episodes have them, or some value does not fit', async () => {
    const own = (number: number) =>
      [
        `laenge_dauer: ${number === 2 ? 'lang' : '12:01'}\n`,
        number === 1 ? 'folgennummer: 1\n' : '',
        'bild: logo.png\n',
      ].join('')
    const folder = repository({
      'hugo.toml': config,
      ...Object.fromEntries(
        [1, 2, 3, 4].map((number) => [
          `content/folge/${number}.md`,
          episode(
            `Folge ${number}`,
            10 + number,
            `audio: https://m.example/${number}.mp3\nintro: https://m.example/jingle.mp3\n${own(number)}`,
          ),
        ]),
      ),
    })
    const {value} = await adopt(folder)
    expect(value[0]?.text).not.toMatch(/audio:|duration:|episode:/)
  })
})

describe('what other generators call things', () => {
  it('is found: the path of a Jekyll site, its podcast settings, dates and times under any key', async () => {
    const own = (number: number) =>
      `udgivet: 2026-0${number}-01 07:00\nvarighed: "31:0${number}"\nlyd: kk-00${number}.mp3\nnr: ${number}\n`
    const folder = repository({
      '_config.yml': 'title: Kode & Kaffe\nurl: https://kodekaffe.example\nbaseurl: /podcast\n',
      '_data/podcast.yml': 'summary: Kode.\ncategory: Technology\ncdn: https://media.example/kk/\n',
      ...Object.fromEntries(
        [1, 2, 3].map((number) => [
          `_episodes/00${number}.md`,
          `---\ntitle: Afsnit ${number}\n${own(number)}---\nKaffe.\n`,
        ]),
      ),
    })
    const {value, problems} = await adopt(folder)
    expect(problems).toEqual([])
    for (const line of [
      '# _config.yml, url, and _config.yml, baseurl\nsite_url: https://kodekaffe.example/podcast/',
      'description: Kode.',
      'categories: Technology',
      'media_url: https://media.example/kk/',
      'date: udgivet',
      'duration: varighed',
      'episode: nr',
    ]) {
      expect(value[0]?.text).toContain(line)
    }
  })

  it('is found: the settings of a Hugo theme, and a key that a build knows as something else', async () => {
    const own = (number: number) => `mp3: https://m.example/${number}.mp3\nlength: 00:2${number}:15\n`
    const folder = repository({
      'config/_default/hugo.toml': 'baseURL = "https://north.example/"\ntitle = "Northbound"\n',
      'config/_default/params.toml':
        'description = "North."\n[itunes]\ncategory = "Society & Culture"\nsubcategory = "Places & Travel"\nowner = "Ida Holm"\nemail = "ida@north.example"\n',
      ...Object.fromEntries(
        [1, 2, 3].map((number) => [`content/podcast/${number}/index.md`, episode(`${number}`, 10, own(number))]),
      ),
    })
    const {value} = await adopt(folder)
    for (const line of [
      'categories: "Society & Culture > Places & Travel"',
      'owner_name: Ida Holm',
      'email: "ida@north.example"',
      'duration: length',
    ]) {
      expect(value[0]?.text).toContain(line)
    }
  })
})
