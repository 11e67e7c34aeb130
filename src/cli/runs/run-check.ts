import {existsSync, statSync} from 'node:fs'
import {extname} from 'node:path'
import {countWarnings, hasErrors} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {refuseWarningLimit, warningLimit} from '../print/report-problems.ts'
import {clock, showFolder} from '../show-folder.ts'
import {checkFeedFile, isFeedAddress} from './check-feed.ts'
import {checkShow} from './check-show.ts'

/** A show is a folder; anything else that is named is a feed. */
function isFeed(named: string): boolean {
  return named === '-' || isFeedAddress(named) || statSync(named, {throwIfNoEntry: false})?.isFile() === true
}

/** A name with an ending is one of a file. */
function isMissingFile(named: string): boolean {
  return !isFeed(named) && !existsSync(named) && extname(named) !== ''
}

export async function runCheck(given: Arguments): Promise<number> {
  const {positionals, values} = given
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  const [named] = positionals
  if (values['dry-run'] && !values.fix) return refuseUsage('--dry-run is for --fix', 'castwright check --fix --dry-run')
  if (named !== undefined && isMissingFile(named))
    return refuseUsage(`There is no file ${named}`, 'Look for a slip in its name')
  if (named === undefined || !isFeed(named)) return checkShow(showFolder(named), given, {now, maxWarnings})
  if (values.fix)
    return refuseUsage('--fix mends the files of a show, not a feed', 'Write the folder of the show instead')
  const problems = await checkFeedFile(named, given, now)
  if (typeof problems === 'number') return problems
  return hasErrors(problems) || countWarnings(problems) > maxWarnings ? exitCodes.problems : exitCodes.clean
}
