import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {type PlannedFiles, planInMemory} from '../plan-in-memory.ts'
import {episodeFile, media, planFiles, showFile} from '../temporary-show.ts'

const now = new Date('2026-11-22T00:00:00Z')

/** Files of a folder, with what is text changed by `change`, in a new folder of this name. */
function copyOf(from: string, name: string, change: (text: string) => string): string {
  const base = mkdtempSync(join(tmpdir(), 'castwright-system-'))
  onTestFinished(() => rmSync(base, {recursive: true, force: true}))
  const found = readdirSync(from, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name)
    const target = join(base, name, path.slice(from.length))
    if (path.includes('.castwright/')) continue
    mkdirSync(dirname(target), {recursive: true})
    const isText = /\.(?:md|yaml|vtt|srt|json|txt|lock)$/.test(path)
    const bytes = readFileSync(path)
    writeFileSync(target, isText ? change(bytes.toString('utf8')) : bytes)
  }
  return join(base, name)
}

const example = resolve(import.meta.dirname, '../../episodes')
const errorsOf = (problems: PlannedFiles['problems']) => problems.filter(({severity}) => severity === 'error')
const textsOf = ({files}: PlannedFiles) => Object.fromEntries(files)

describe('the example show', () => {
  const plain = () =>
    planInMemory(
      copyOf(example, 'episodes', (text) => text),
      now,
    )

  it('is the same with the line ends of Windows in every file', async () => {
    const windows = await planInMemory(
      copyOf(example, 'episodes', (text) => text.replace(/\r?\n/g, '\r\n')),
      now,
    )
    expect(windows.problems).toEqual((await plain()).problems)
    expect(textsOf(windows)).toEqual(textsOf(await plain()))
  })

  it('is the same with a byte order mark before every text, as editors of Windows write it', async () => {
    const marked = await planInMemory(
      copyOf(example, 'episodes', (text) => `\uFEFF${text}`),
      now,
    )
    expect(textsOf(marked)).toEqual(textsOf(await plain()))
  })

  it.each(['My show (2nd try) #1', "Mara's 100 % show", 'ショー', 'عرض', 'étoile'.normalize('NFD')])(
    'is the same in a folder called %s',
    async (name) => {
      expect(
        textsOf(
          await planInMemory(
            copyOf(example, name, (text) => text),
            now,
          ),
        ),
      ).toEqual(textsOf(await plain()))
    },
  )
})

describe('paths of Windows in front matter', () => {
  it('lead to the same file', async () => {
    const {files, problems} = await planFiles({
      '1.md': `---\ntitle: One\ndate: 2026-01-31\naudio: recordings\\one.mp3\n---\nHello.\n`,
      'recordings/one.mp3': media.mp3,
    })
    expect(errorsOf(problems)).toEqual([])
    expect([...files.keys()]).toContain('media/1.mp3')
  })

  it('lead nowhere out of the show', async () => {
    for (const path of [
      '..\\\\..\\\\secret.mp3',
      'C:\\\\secret.mp3',
      '\\\\\\\\server\\\\secret.mp3',
      'one.mp3::$DATA',
    ]) {
      const text = `---\ntitle: One\ndate: 2026-01-31\naudio: "${path}"\n---\nHello.\n`
      const {files, problems} = await planFiles({'1.md': text, 'one.mp3': media.mp3})
      expect([path, errorsOf(problems).length]).toEqual([path, 1])
      expect([...files.keys()].filter((each) => each.startsWith('media/'))).toEqual([])
    }
  })
})

describe('names that differ as little as file systems allow', () => {
  it('are one address where only upper and lower case differ: the build says so instead of choosing', async () => {
    const {problems} = await planFiles({'Talk.md': episodeFile('Upper'), 'talk.md': episodeFile('lower')})
    expect(errorsOf(problems).length).toBeGreaterThan(0)
    expect(problems.map(({message}) => message).join('\n')).toMatch(/Talk\.md|talk\.md/)
  })

  it('are the same name in both ways to write an accent: on disk, in front matter, and beside each other', async () => {
    const {files, problems} = await planFiles({
      [`${'é'.normalize('NFC')}-un.md`]: '---\ntitle: Un\ndate: 2026-01-31\n---\nAllô.\n',
      [`${'é'.normalize('NFD')}-un.mp3`]: media.mp3,
      'deux.md': `---\ntitle: Deux\ndate: 2026-02-28\naudio: ${'été'.normalize('NFC')}.mp3\n---\nAllô.\n`,
      [`${'été'.normalize('NFD')}.mp3`]: media.mp3,
    })
    expect(errorsOf(problems)).toEqual([])
    expect([...files.keys()].filter((path) => path.endsWith('.mp3'))).toHaveLength(2)
  })

  it('are told where the case of a reference is wrong, which only some machines forgive', async () => {
    const {problems} = await planFiles({
      '1.md': '---\ntitle: One\ndate: 2026-01-31\naudio: Talk.MP3\n---\nHello.\n',
      'talk.mp3': media.mp3,
    })
    const [found] = problems.filter(({code}) => code === 'media-missing')
    expect(`${found?.message} ${found?.hint}`).toContain('talk.mp3')
  })
})

/** Names that Windows keeps for devices, or cannot write: whoever checks the output out there, or unpacks it, would lose files. */
it.each(['con', 'NUL', 'aux', 'com1', 'lpt9', 'trailing.', 'a:b', 'what?', 'a|b'])(
  'a file called %s.md gives paths that every system can write',
  async (name) => {
    const {files, problems} = await planFiles({'show.yaml': showFile(), [`${name}.md`]: episodeFile('one')})
    expect(errorsOf(problems)).toEqual([])
    const parts = [...files.keys()].flatMap((path) => path.split('/'))
    const bad = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[<>:"|?*\\]|[. ]$/i
    expect(parts.filter((part) => bad.test(part))).toEqual([])
  },
)
