import {relative, resolve} from 'node:path'
import {hasShow, type InitReport, init, initHosts} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {askForSettings} from './init-questions.ts'
import {clock} from './show-folder.ts'

const textFlags = ['title', 'author', 'description', 'site', 'host', 'language', 'timezone'] as const
const hostNames = [...initHosts.map(({name}) => name), 'none']

function describe({created, updated, unchanged, kept, showFolder, toDo}: InitReport, folder: string): string {
  const at = (path: string) => relative(process.cwd(), resolve(folder, path)) || path
  const lines = (word: string, paths: readonly string[]) => paths.map((path) => `  ${word.padEnd(9)} ${at(path)}`)
  const here = relative(process.cwd(), resolve(folder))
  const steps = [
    ...(here === '' ? [] : [`cd ${here}`]),
    `npx castwright check      names what is still a placeholder in ${showFolder || 'show.yaml'}, line by line`,
    'npx castwright build      writes output/: open output/index.html',
    'git add, commit and push  with castwright.lock.json, which the first build without placeholders writes',
  ]
  return [
    ...lines('created', created),
    ...lines('updated', updated),
    ...lines('unchanged', unchanged),
    ...lines('kept', kept),
    ...(kept.length === 0 ? [] : ['  (kept: it is yours, or of another show)']),
    '',
    'Next:',
    ...[...steps, ...toDo].map((step, index) => `  ${index + 1}. ${step}`),
    '',
  ].join('\n')
}

async function run({positionals, values}: Arguments): Promise<number> {
  const folder = positionals[0] ?? '.'
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const given = Object.fromEntries(
    textFlags.flatMap((flag) => (typeof values[flag] === 'string' ? [[flag, values[flag]] as const] : [])),
  )
  if (given.host !== undefined && !hostNames.includes(given.host))
    return refuseUsage(`--host ${given.host} is not known`, `Write one of ${hostNames.join(', ')}`)
  const asks = values.yes !== true && values.format !== 'json' && process.stdin.isTTY && process.stdout.isTTY
  const answers = asks ? await askForSettings(given, !hasShow(folder)) : given
  if (answers === undefined) {
    console.error('castwright: nothing was written')
    return exitCodes.usage
  }
  return write(folder, answers, now, values.format === 'json')
}

async function write(
  folder: string,
  answers: Readonly<Record<string, string | undefined>>,
  now: Date,
  asJson: boolean,
): Promise<number> {
  const {title, author, description, site: siteUrl, language, timezone} = answers
  const timeZone = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const host = initHosts.find(({name}) => name === answers.host)?.name
  const written = Object.entries({title, author, description, siteUrl, language, timeZone, host})
  const outcome = await init(folder, {...Object.fromEntries(written.filter(([, value]) => value !== undefined)), now})
  if (asJson) {
    const {ok, problems} = outcome
    console.log(JSON.stringify({ok, problems, report: outcome.ok ? outcome.value : undefined}, null, 2))
  } else {
    for (const line of problemLines(outcome.problems, {folder})) console.error(line)
    if (outcome.ok) console.log(describe(outcome.value, folder))
  }
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}

export const initCommand: Command = {
  name: 'init',
  aliases: ['setup'],
  usage: '[FOLDER]',
  summary:
    'Makes a show that builds at once, with the workflow that publishes it. Where there is a show already, it adds only the workflow. It asks at a terminal, and overwrites nothing that is yours.',
  examples: [
    ['castwright init my-show', 'ask, then make a show'],
    ['castwright init --host github-pages', 'add a workflow to the show of this folder'],
  ],
  topic: 'from-nothing-to-a-published-show',
  maxPositionals: 1,
  options: {
    host: {type: 'string', value: 'NAME', summary: `who publishes it: ${hostNames.join(', ')}`},
    title: {type: 'string', value: 'TEXT', summary: 'the name of the podcast'},
    author: {type: 'string', value: 'NAME', summary: 'who makes it'},
    description: {type: 'string', value: 'TEXT', summary: 'what the podcast is about'},
    site: {type: 'string', value: 'URL', summary: 'where it will be published'},
    language: {type: 'string', value: 'TAG', summary: 'the language that is spoken (default: en)'},
    timezone: {
      type: 'string',
      value: 'ZONE',
      summary: 'the time zone of its dates (default: the zone of this machine)',
    },
    yes: {type: 'boolean', short: 'y', summary: 'ask nothing; what no flag answers stays a placeholder'},
    now: {type: 'string', value: 'TIME', summary: 'the first episode is of TIME instead of today'},
  },
  run,
}
