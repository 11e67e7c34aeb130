import {relative, resolve} from 'node:path'
import {type ImportedFile, type ImportReport, importShow} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {nextSteps} from '../print/next-steps.ts'
import {startProgress} from '../print/progress.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {reportProblems} from '../print/report-problems.ts'
import {typedWord} from '../print/typed-word.ts'

const kinds: Readonly<Record<ImportReport['format'], string>> = {
  rss: 'an RSS feed',
  atom: 'an Atom feed',
  json: 'a JSON feed',
  wordpress: 'a WordPress export',
  youtube: 'the feed of a YouTube channel',
}

const fates: readonly (readonly [ImportedFile['fate'], string])[] = [
  ['created', 'new'],
  ['updated', 'changed at the source and merged'],
  ['unchanged', 'as they were'],
  ['kept', 'yours, and left as they are'],
  ['removed', 'deleted by you, and not written again'],
]

type Aim = {
  readonly source: string
  readonly folder: string
  readonly isCopy: boolean
  readonly allowPrivate: boolean
}

function describe(
  {title, format, showFile, episodes, conflicts}: ImportReport,
  {source, folder, isCopy, allowPrivate}: Aim,
): readonly string[] {
  const here = relative(process.cwd(), resolve(folder)) || '.'
  const typed = typedWord(here)
  const counts = fates.flatMap(([fate, words]) => {
    const count = episodes.filter((each) => each.fate === fate).length
    return count === 0 ? [] : [`  ${String(count).padStart(5)}  ${words}`]
  })
  const rights = allowPrivate ? ' --allow-private' : ''
  const isFeed = format !== 'wordpress' && format !== 'youtube'
  const steps = nextSteps(
    conflicts > 0
      ? [[`Mend the ${conflicts === 1 ? 'conflict' : `${conflicts} conflicts`} above, then run the import again`, '']]
      : [
          [`npx castwright build ${typed}`, 'makes feeds and pages in output/: open output/index.html'],
          ...(isFeed
            ? ([
                [
                  `npx castwright compare ${typedWord(source)} ${typed}${rights}`,
                  'says what your subscribers would see',
                ],
              ] as const)
            : []),
          ...(isCopy
            ? ([
                [`npx castwright init ${typed}`, 'writes the workflow that brings what the host has, every hour'],
              ] as const)
            : []),
          ['git add, commit', 'with castwright.import.json, which later imports merge against'],
        ],
  )
  const count = episodes.length === 1 ? '1 episode' : `${episodes.length} episodes`
  return [`${title}: ${count} from ${kinds[format]}, in ${here}`, ...counts, ...showLines(showFile), '', ...steps]
}

/** A `show.yaml` that no import wrote may be of another show, or broken. */
function showLines(fate: ImportReport['showFile']): readonly string[] {
  return fate === 'kept'
    ? ['  show.yaml was here before, so it is as you left it: nothing of what the source says of the show is in it']
    : []
}

export async function runImport({positionals, values}: Arguments): Promise<number> {
  const [source, folder = '.'] = positionals
  if (source === undefined) {
    return refuseUsage('import needs a SOURCE', 'castwright import https://example.org/feed.xml my-show')
  }
  const {only} = values
  const isCopy = only === 'enrich'
  if (only !== undefined && !isCopy) return refuseUsage(`--only ${only} is not known`, 'Write --only enrich')
  if (isCopy && values.media === true) {
    return refuseUsage('--only enrich keeps the media of the host, so it takes no --media', 'Leave one of them out')
  }
  const allowPrivate = values['allow-private'] === true
  const progress = startProgress('episodes imported')
  const outcome = await importShow(source, folder, {
    media: values.media === true,
    allowPrivate,
    onProgress: progress.report,
    ...(isCopy ? {only: 'enrich'} : {}),
    ...(typeof values.owner === 'string' ? {owner: values.owner} : {}),
    ...(typeof values.site === 'string' ? {siteUrl: values.site} : {}),
  })
  progress.end()
  const json = {ok: outcome.ok, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {isForPrograms} = reportProblems(outcome.problems, {folder}, values.format, json)
  if (!outcome.ok) return exitCodes.problems
  if (!isForPrograms) console.log(describe(outcome.value, {source, folder, isCopy, allowPrivate}).join('\n'))
  return outcome.value.conflicts > 0 ? exitCodes.problems : exitCodes.clean
}
