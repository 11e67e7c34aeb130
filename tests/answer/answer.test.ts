import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {answerKey} from '../../src/answer/answer-key.ts'
import {keepAnswer} from '../../src/answer/keep-answer.ts'
import {earlyAnswer, questionOf} from '../../src/cli/early-answer.ts'
import {buildMark, version} from '../../src/version.ts'
import {castwrightHere as castwright, castwrightProgram} from '../cli/run-castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {triesSeries} from '../series.ts'

const folder = mkdtempSync(join(tmpdir(), 'castwright-answer-'))
const show = join(folder, 'show')
const output = join(folder, 'out')
const clock = '2026-06-01T00:00:00Z'
const words = ['build', show, '--out', output, '--now', clock]
const environment = {GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', NO_COLOR: '1'}
const before = {...process.env}

const showFile =
  'title: Kept\ndescription: d\nsite_url: https://example.org/\nlanguage: en\nauthor: Ida\nowner: none\ncategories: [Arts]\nexplicit: no\nimage: https://example.org/c.jpg\n'

function episode(title: string, date: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: ${date}\naudio: https://media.example.org/a.mp3?${title}\nlength: 1000\nduration: 60\n${more}---\n\nNotes of ${title}.\n`
}

/** What `castwright` says before the program is loaded, as in the processes of `castwright`. */
function early(given = words): string | undefined {
  return earlyAnswer(given)
}

/** Builds until the answer is known: what is younger than a build is not vouched for. */
async function settle(given = words): Promise<void> {
  for (let build = 0; build < 4 && early(given) === undefined; build += 1) {
    await pause(60)
    const {status, stdout} = await castwright(given)
    expect(status, stdout).toBe(0)
  }
  expect(early(given), 'the answer is known').toBeDefined()
}

/** Other bytes with the size and the time of before. */
function editUnseen(path: string): void {
  const {atime, mtime} = statSync(path)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x')),
  )
  utimesSync(path, atime, mtime)
}

/** The same bytes and times in another file. */
function replaceUnseen(path: string): void {
  const {atime, mtime} = statSync(path)
  writeFileSync(`${folder}/aside`, readFileSync(path))
  utimesSync(`${folder}/aside`, atime, mtime)
  renameSync(`${folder}/aside`, path)
}

beforeAll(() => {
  Object.assign(process.env, environment)
  writeFiles(folder, {
    'show/show.yaml': `${showFile}transcripts_from: ../speech\n`,
    'show/one.md': episode('One', '2026-01-01'),
    'show/two.md': episode('Two', '2026-02-01'),
    'show/later.md': episode('Later', '2026-07-01T06:00:00Z'),
    'show/deep/er/note.txt': 'a note',
    'show/one.vtt': 'WEBVTT\n\n00:00.000 --> 00:05.000\nHello there.\n',
    'speech/two.srt': '1\n00:00:00,000 --> 00:00:05,000\nHello there.\n',
    'real.vtt': 'WEBVTT\n\n00:00.000 --> 00:05.000\nAnother.\n',
  })
  symlinkSync('one.vtt', join(show, 'link.txt'))
})

afterAll(() => {
  for (const name of Object.keys(environment)) {
    const value = before[name]
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  rmSync(folder, {recursive: true, force: true})
})

/** A change stands on those before it, so a third of them would not do. */
function inOrder<T>(rows: readonly T[]): readonly T[] {
  return rows.filter((_, index) => triesSeries || index % 2 === 0)
}

describe('the answer before the program is loaded', () => {
  it('is what the build before printed, which had nothing to do', async () => {
    await settle()
    const built = await castwright(words)
    expect(built.stdout).toContain('Nothing changed')
    expect(early()).toBe(built.stdout)
  })

  const ofFiles: readonly (readonly [string, () => void])[] = [
    ['an episode that is edited', () => appendFileSync(join(show, 'one.md'), 'More.\n')],
    ['an edit that keeps size and time', () => editUnseen(join(show, 'two.md'))],
    ['another file of the same bytes and times', () => replaceUnseen(join(show, 'one.md'))],
    ['a file that was touched', () => utimesSync(join(show, 'two.md'), new Date(), new Date('2026-05-05'))],
    ['the file of the show', () => appendFileSync(join(show, 'show.yaml'), 'copyright: mine\n')],
    ['the lock', () => appendFileSync(join(show, 'castwright.lock.json'), '\n')],
    ['an episode that is added', () => writeFileSync(join(show, 'three.md'), episode('Three', '2026-03-01'))],
    ['a file of another name', () => renameSync(join(show, 'three.md'), join(show, 'drei.md'))],
    ['a folder that is added', () => mkdirSync(join(show, 'deep/er/est'))],
    ['a file in a deep folder', () => writeFileSync(join(show, 'deep/er/est/x.txt'), 'x')],
    ['a file that is removed', () => unlinkSync(join(show, 'deep/er/note.txt'))],
    ['what a link leads to', () => appendFileSync(join(show, 'one.vtt'), '\n00:05.000 --> 00:06.000\nBye.\n')],
    [
      'a link that leads elsewhere',
      () => {
        unlinkSync(join(show, 'link.txt'))
        symlinkSync('show.yaml', join(show, 'link.txt'))
      },
    ],
    ['the transcripts beside the show', () => writeFileSync(join(folder, 'speech/x.md'), '**Ida:** Hello?\n')],
    ['an output that is edited in place', () => appendFileSync(join(output, 'feed.xml'), ' ')],
    ['an output whose edit keeps size and time', () => editUnseen(join(output, 'episodes/one/index.html'))],
    ['an output that is gone', () => unlinkSync(join(output, 'atom.xml'))],
    ['the list of what was published', () => appendFileSync(join(output, '.castwright/manifest.json'), '\n')],
    ['the copy of the lock', () => unlinkSync(join(output, '.castwright/lock.json'))],
    ['the memory of builds that is gone', () => rmSync(join(show, '.castwright'), {recursive: true})],
  ]

  it.each(inOrder(ofFiles))('is not given after a change of files: %s', async (_, change) => {
    await settle()
    change()
    expect(early()).toBeUndefined()
    // What is not said early is said by the build, and then early as well.
    await settle()
    expect(early()).toBe((await castwright(words)).stdout)
  })

  const ofWords: [string, string[]][] = [
    ['the clock of the next episode', ['build', show, '--out', output, '--now', '2026-07-01T06:00:00Z']],
    ['an earlier clock', ['build', show, '--out', output, '--now', '2026-05-01T00:00:00Z']],
    ['another option', [...words, '--frozen']],
    ['another format', [...words, '--format', 'json']],
    ['a format of services', [...words, '--format', 'github']],
    ['another folder for the output', ['build', show, '--out', join(folder, 'elsewhere'), '--now', clock]],
    ['no memory', [...words, '--no-cache']],
    ['an accepted change', [...words, '--accept', 'guid-changed']],
    ['words that are refused', [...words, '--outt', 'x']],
    ['one word too many', [...words, 'more']],
    ['another command', ['check', ...words.slice(1)]],
  ]

  it.each(inOrder(ofWords))('is not given for other words: %s', async (_, other) => {
    await settle()
    expect(early(other)).toBeUndefined()
  })

  it.each([
    ['our own', {CASTWRIGHT_SECRET: 'x'.repeat(32)}],
    ['a zone', {TZ: 'Asia/Tokyo'}],
    ['a job that is to be told', {GITHUB_OUTPUT: join(folder, 'told')}],
    ['a summary of a job', {GITHUB_STEP_SUMMARY: join(folder, 'told')}],
  ])('is not given with other variables: %s', async (_, variables) => {
    await settle()
    const had = {...process.env}
    try {
      Object.assign(process.env, variables)
      expect(early()).toBeUndefined()
    } finally {
      for (const name of Object.keys(variables)) {
        if (had[name] === undefined) delete process.env[name]
        else process.env[name] = had[name]
      }
    }
    expect(early()).toBeDefined()
  })

  it('is that of one version of the program', () => {
    expect(JSON.parse(answerKey(''))[0]).toEqual(expect.arrayContaining([version, buildMark, process.version]))
  })

  it('holds as long as nothing is due', async () => {
    const due = new Date(Date.now() + 4000)
    writeFiles(folder, {
      'due/show.yaml': showFile,
      'due/one.md': episode('One', '2026-01-01'),
      'due/next.md': episode('Next', due.toISOString()),
    })
    const now = ['build', join(folder, 'due'), '--out', join(folder, 'out-due')]
    await settle(now)
    await pause(due.getTime() - Date.now())
    expect(early(now)).toBeUndefined()
    expect((await castwright(now)).stdout).toContain('new: Next')
  })
})

describe('the file of an answer', () => {
  const file = join(show, '.castwright/answer')

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['empty', () => Buffer.alloc(0)],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(0x20, 40, 41)],
    ['of another program', () => Buffer.from('{"key": ""}')],
  ])('is as none where it is %s', async (_, damaged: (bytes: Buffer) => Buffer) => {
    await settle()
    writeFileSync(file, damaged(readFileSync(file)))
    expect(early()).toBeUndefined()
  })

  it('is not written while another build is at work in the output, nor used', async () => {
    await settle()
    writeFileSync(join(output, '.castwright/lock-0123abcd-1-1-0123456789ab'), '')
    expect(early()).toBeUndefined()
    rmSync(join(output, '.castwright/lock-0123abcd-1-1-0123456789ab'))
  })

  it('vouches for no file that is younger than the build', async () => {
    await settle()
    const question = questionOf({positionals: [show], values: {out: output, now: clock}})
    if (question === undefined) throw new Error('There is a question')
    rmSync(file)
    const idle = {...question, otherFolders: [], printed: 'kept'}
    const {ctimeMs} = lstatSync(join(output, 'feed.xml'))
    keepAnswer({...idle, begunInMilliseconds: ctimeMs + 10})
    expect(early()).toBeUndefined()
    keepAnswer({...idle, begunInMilliseconds: Date.now()})
    expect(early()).toBe('kept')
  })

  it('is never made where time alone changes what is said of an episode that waits', async () => {
    writeFiles(folder, {
      'waiting/show.yaml': showFile,
      'waiting/one.md': episode('One', '2026-01-01'),
      'waiting/next.md': episode('Next', '2026-07-01', 'updated: 2026-06-15\n'),
    })
    const given = ['build', join(folder, 'waiting'), '--out', join(folder, 'out-waiting'), '--now', clock]
    for (let build = 0; build < 3; build += 1) {
      const {status, stdout} = await castwright(given)
      expect(status, stdout).toBe(0)
      await pause(60)
    }
    expect(early(given)).toBeUndefined()
  })

  it('is never made for a show with feeds for members, who may be in the environment', async () => {
    const secret = {env: {CASTWRIGHT_SECRET: 's'.repeat(64), MEMBERS: 'ida'}}
    const ofMembers = join(folder, 'of-members')
    writeFiles(ofMembers, {
      'show.yaml': `${showFile}feeds: {friends: {members: $MEMBERS}}\n`,
      'one.md': episode('One', '2026-01-01'),
    })
    const given = ['build', ofMembers, '--out', join(folder, 'out-of-members'), '--now', clock]
    for (let build = 0; build < 3; build += 1) {
      const {status, stdout} = await castwright(given, secret)
      expect(status, stdout).toBe(0)
      await pause(60)
    }
    expect(() => statSync(join(ofMembers, '.castwright/answer'))).toThrow()
  })
})

describe('the program', () => {
  const loaded = join(import.meta.dirname, 'loaded-bytes.cjs')
  const few = 40_000

  /** How many bytes of our own code it loads, by the last line on standard error. */
  function bytesOf(given: readonly string[]): {readonly stdout: string; readonly bytes: number} {
    const {stdout, stderr} = castwrightProgram(given, {env: {NODE_OPTIONS: `--require=${loaded}`}})
    return {stdout, bytes: Number(/bytes: (\d+)/.exec(stderr)?.[1])}
  }

  it('loads little of itself to say that nothing changed', async () => {
    let said = bytesOf(words)
    for (let run = 0; run < 4 && said.bytes > few; run += 1) {
      await pause(60)
      said = bytesOf(words)
    }
    expect(said.bytes).toBeLessThan(few)
    expect(said.stdout).toContain('Nothing changed')
  })

  it.each(['--version', '-v'])('loads little of itself for %s', (word) => {
    const {bytes} = bytesOf([word])
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(few)
  })
})
