import {basename, relative, resolve} from 'node:path'
import {hasShow, type InitOptions, type InitReport, init, initHosts} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {nextSteps} from '../print/next-steps.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {typedWord} from '../print/typed-word.ts'
import {askForSettings} from '../questions/init-questions.ts'
import {clock} from '../show-folder.ts'

const textFlags = ['title', 'author', 'description', 'site', 'host', 'language', 'timezone'] as const
const hostNames = [...initHosts.map(({name}) => name), 'none']

function describe({created, updated, unchanged, kept, showFolder, toDo}: InitReport, folder: string): string {
  const at = (path: string) => relative(process.cwd(), resolve(folder, path)) || path
  const lines = (word: string, paths: readonly string[]) => paths.map((path) => `  ${word.padEnd(9)} ${at(path)}`)
  const here = relative(process.cwd(), resolve(folder))
  // A show that was there before, maybe adopted or imported, has no placeholders of ours.
  const hasPlaceholders = created.some((path) => basename(path) === 'show.yaml')
  const place = showFolder || 'show.yaml'
  const checked = hasPlaceholders ? `names what is still a placeholder in ${place}` : `names what is wrong in ${place}`
  const first = hasPlaceholders ? 'the first build without placeholders' : 'the first build'
  const steps = [
    ...(here === '' ? [] : ([[`cd ${typedWord(here)}`, '']] as const)),
    ['npx castwright check', `${checked}, line by line`],
    ['npx castwright build', 'writes output/: open output/index.html'],
    // What is to be set up at the host comes first: the push is what it is for.
    ...toDo.map((step) => [step, ''] as const),
    ['git add, commit, push', `all of it, also castwright.lock.json: ${first} writes it`],
  ] as const
  return [
    ...lines('created', created),
    ...lines('updated', updated),
    ...lines('unchanged', unchanged),
    ...lines('kept', kept),
    ...(kept.length === 0 ? [] : ['  (kept: it is yours, or of another show)']),
    '',
    ...nextSteps(steps),
    '',
  ].join('\n')
}

export async function runInit({positionals, values}: Arguments): Promise<number> {
  const folder = positionals[0] ?? '.'
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const given = Object.fromEntries(
    textFlags.flatMap((flag) => (typeof values[flag] === 'string' ? [[flag, values[flag]] as const] : [])),
  )
  if (given.host !== undefined && !hostNames.includes(given.host))
    return refuseUsage(`--host ${given.host} is not known`, `Write one of ${hostNames.join(', ')}`)
  const shards = typeof values.shards === 'string' ? Number(values.shards) : undefined
  if (shards !== undefined && !(Number.isInteger(shards) && shards >= 1 && shards <= 256))
    return refuseUsage(`--shards ${values.shards} is no number of jobs`, 'Write --shards 3')
  const asks = values.yes !== true && values.format !== 'json' && process.stdin.isTTY && process.stdout.isTTY
  const answers = asks ? await askForSettings(given, {folder, isNew: !hasShow(folder)}) : given
  if (answers === undefined) {
    console.error('castwright: nothing was written')
    return exitCodes.usage
  }
  return write(folder, answers, {now, ...(shards === undefined ? {} : {shards})}, values.format === 'json')
}

async function write(
  folder: string,
  answers: Readonly<Record<string, string | undefined>>,
  given: Pick<InitOptions, 'now' | 'shards'>,
  asJson: boolean,
): Promise<number> {
  const {title, author, description, site: siteUrl, language, timezone} = answers
  const timeZone = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const host = initHosts.find(({name}) => name === answers.host)?.name
  const written = Object.entries({title, author, description, siteUrl, language, timeZone, host})
  const outcome = await init(folder, {
    ...Object.fromEntries(written.filter(([, value]) => value !== undefined)),
    ...given,
  })
  if (asJson) {
    const {ok, problems} = outcome
    console.log(JSON.stringify({ok, problems, report: outcome.ok ? outcome.value : undefined}, null, 2))
  } else {
    for (const line of problemLines(outcome.problems, {folder})) console.error(line)
    if (outcome.ok) console.log(describe(outcome.value, folder))
  }
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}
