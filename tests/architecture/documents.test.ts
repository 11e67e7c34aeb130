import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {mayImport} from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')

/** What stands in backquotes and is the path of a file or folder: `plan/plan.ts`, `src/cache/`. Names with a gap (`<…>`) are examples. */
function namedPaths(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
  return quoted.filter((words) => /^[\w.-]+(?:\/[\w.-]+)*(?:\.(?:ts|mjs|md)|\/)$/.test(words))
}

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8')

  it('names files that are there', () => {
    const paths = namedPaths(text)
    expect(paths.length).toBeGreaterThan(20)
    // A file is named from `src/`, from the repository, or by its last part after another of the same row.
    const folders = paths.map((path) => path.replace(/[^/]*$/, ''))
    const isThere = (path: string) =>
      ['', 'src', 'src/plan', 'scripts', ...folders, ...folders.map((folder) => `src/${folder}`)].some((folder) =>
        existsSync(join(root, folder, path)),
      )
    const made = ['012-first-light.md', 'output/', '.castwright/', 'dist/', 'dist/bin/.compiled/']
    expect(paths.filter((path) => !isThere(path) && !made.includes(path))).toEqual([])
  })
})

describe('where a test belongs', () => {
  const foldersIn = (folder: string) =>
    readdirSync(join(root, folder), {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? entry.name : []))

  it('is told of each folder that is no room of `src/`', () => {
    const [, section = ''] =
      /## Where a test belongs\n([\s\S]*?)\n## /.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')) ?? []
    const told = [...section.matchAll(/^\| `tests\/([\w-]+)\/` \|/gm)].map(([, name]) => name)
    const rooms = foldersIn('src')
    expect(told.toSorted()).toEqual(foldersIn('tests').filter((name) => !rooms.includes(name)))
  })
})

/** The floors of the picture that every room above them may import, and the rooms that may import all below them. */
const floors = ['tags', 'transcripts', 'chapters', 'words', 'browser', 'data', 'model', 'text', 'file-kinds']
const roofs = ['cli', '.', 'uses', 'engine', 'plan', 'problems']
const chains = ['serialise pages', 'pages search', 'integrations index.ts']

function drawn(from: string, to: string): boolean {
  if (floors.includes(to) || chains.includes(`${from} ${to}`) || to === 'version.ts') return true
  return roofs.includes(from) && !(from === 'plan' && to === 'write') && !(from === 'cli' && to === 'answer')
}

describe('ARCHITECTURE.md', () => {
  it('has every room in its picture', () => {
    const [, picture = ''] = /```\n([\s\S]*?)```/.exec(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')) ?? []
    const rooms = new Set(Object.keys(mayImport).map((room) => room.split('/')[0] ?? ''))
    const words = new Set(picture.match(/[\w-]+/g))
    expect([...rooms].filter((room) => room !== '.' && room !== 'problems' && !words.has(room))).toEqual([])
  })

  it('tells of every arrow that its picture has not', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const [, told = ''] = /not in the picture:\n([\s\S]*?)\n\n[^-]/.exec(text) ?? []
    const sentences = told.replace(/\s+/g, ' ').split('. ')
    const isTold = ([from, to]: readonly [string, string]) =>
      sentences.some((sentence) => [from, to].every((room) => new RegExp(`\`${room}[/\`]`).test(sentence)))
    const arrows = Object.entries(mayImport).flatMap(([from, names]) =>
      names.map((to) => [from.split('/')[0] ?? '', to.split('/')[0] ?? ''] as const),
    )
    const between = arrows.filter(([from, to]) => from !== to && !drawn(from, to))
    expect(between.length).toBeGreaterThan(10)
    expect(between.filter((arrow) => !isTold(arrow))).toEqual([])
  })
})
