import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {commands} from '../../src/cli/commands.ts'
import {castwrightHere} from '../cli/run-castwright.ts'
import {mediaServer} from '../probe/remote/media-server.ts'
import {blocksOf} from './blocks.ts'
import {sessions, type World} from './guide-sessions.ts'

/** `preview` runs until somebody ends it: `tests/uses/preview/` has its tests. */
const isRunHere = (command: string) => !/^(?:npx )?castwright preview/.test(command)

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'

type Typed = {readonly command: string; readonly printed: readonly string[]}

/** The commands of a block, each with what it prints below it. */
function typedIn(language: string, text: string): readonly Typed[] {
  const lines = text.trimEnd().split('\n')
  if (language === 'sh') return lines.map((line) => ({command: line.replace(/ +#.*/, ''), printed: []}))
  const [first = '', ...printed] = lines
  return [{command: first.replace(/^\$ /, ''), printed}]
}

const blocks = [...blocksOf('README.md'), ...blocksOf('docs/guide.md')]
  .filter(({language, text}) => language === 'sh' || (language === 'console' && text.startsWith('$')))
  .map(({place, language, text}) => ({place, typed: typedIn(language, text)}))
  .filter(({typed}) => typed.every(({command}) => /castwright/.test(command) && isRunHere(command)))

const hosts = ['example.org', 'host.example', 'media.example.org', 'old-host.example', 'your-show.example']
const servers = new Map(await Promise.all(hosts.map(async (host) => [host, await mediaServer()] as const)))
const addresses = [...servers].map(([host, {url}]) => [`https://${host}`, url('')] as const)
const world: World = {
  server: (host) => servers.get(host) ?? unknown(host),
  at: (address) => replaced(address, addresses),
}

function unknown(host: string): never {
  throw new Error(`The guide has no server ${host}`)
}

/** Each beginning replaced by the other one. */
function replaced(text: string, pairs: readonly (readonly [from: string, to: string])[]): string {
  return pairs.reduce((before, [from, to]) => before.replaceAll(from, to), text)
}

/** Servers of this machine are asked only by those who allow it. */
function withRights([name = '', ...words]: readonly string[]): readonly string[] {
  const command = commands.find((each) => each.name === name)
  const asks = words.some((word) => word.startsWith('http:')) && Object.hasOwn(command?.options ?? {}, 'allow-private')
  return [name, ...words, ...(asks ? ['--allow-private'] : [])]
}

const home = mkdtempSync(join(tmpdir(), 'castwright-guide-'))
afterAll(() => rmSync(home, {recursive: true, force: true}))

/** The folder where the commands of a block were typed, by its first command. */
const folders = new Map<string, string>()

/** Types the commands of a block. Gives what each printed, with the addresses of the guide. */
async function followed(typed: readonly Typed[]): Promise<readonly string[]> {
  const first = typed[0]?.command ?? ''
  const session = sessions[first] ?? sessions[first.replace(/^npx /, '')]
  if (session === undefined) throw new Error(`Nobody has prepared "${first}": tests/docs/guide-sessions.ts`)
  const folder = folders.get(session.after ?? '') ?? mkdtempSync(join(home, 'reader-'))
  folders.set(first, folder)
  await session.prepare?.(folder, world)
  // The servers are in this process, so the commands must be as well.
  const printed: string[] = []
  for (const [index, {command}] of typed.entries()) {
    const words = replaced(command.replace(/^(?:npx )?castwright /, ''), addresses).split(' ')
    const {status, stdout, stderr} = await castwrightHere(withRights(words), {folder, env: {CASTWRIGHT_SECRET: secret}})
    const isLast = index === typed.length - 1
    expect([command, status, `${stdout}${stderr}`]).toEqual([
      command,
      isLast ? (session.exitCode ?? 0) : 0,
      `${stdout}${stderr}`,
    ])
    printed.push(
      replaced(
        stdout + stderr,
        addresses.map(([shown, real]) => [real, shown]),
      ),
    )
  }
  return printed
}

describe('commands of README and guide', () => {
  it('are many', () => expect(blocks.length).toBeGreaterThan(10))

  it.each(blocks.map(({place, typed}) => [place, typed] as const))('do what they say, at %s', async (_place, typed) => {
    const printed = await followed(typed)
    for (const [index, {printed: shown}] of typed.entries()) {
      const lines = (printed[index] ?? '').split('\n')
      for (const line of shown) {
        // What goes on is cut there.
        const isThere = line.endsWith('…')
          ? lines.some((each) => each.startsWith(line.slice(0, -1)))
          : lines.includes(line)
        expect(isThere ? '' : `${line}\nis not in\n${printed[index]}`).toBe('')
      }
    }
  })
})
