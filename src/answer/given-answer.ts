import {readdirSync, realpathSync} from 'node:fs'
import {type Answer, dropAnswer, readAnswer} from './answer-file.ts'
import {answerKey, isForJob} from './answer-key.ts'
import {isAsStamped} from './stamps.ts'

/** What an answer is asked for: a command line, whatever the order of its words, the folder of its show and of its output, the clock. */
export type Question = {
  readonly command: string
  readonly folder: string
  readonly output: string
  readonly now: Date
}

/**
 * What a build would print that has nothing to do, if it is certain that it has not: every file and folder that it would look at is as it
 * was when a build last had nothing to do. Whatever is not certain is left to the build. It must not load the program: that takes longer.
 */
export function givenAnswer({command, folder, now}: Question): string | undefined {
  if (isForJob()) return undefined
  const answer = readAnswer(folder)
  if (answer === undefined || answer.key !== answerKey(command) || !isOfNow(answer, now)) return undefined
  if (isTrue(answer)) return answer.printed
  dropAnswer(folder)
  return undefined
}

function isOfNow({fromInMilliseconds: from, untilInMilliseconds: until}: Answer, now: Date): boolean {
  const time = now.getTime()
  return time >= from && (until === undefined || time < until)
}

function isTrue({groups, targets, names}: Answer): boolean {
  try {
    return (
      targets.every(([path, target]) => targetOf(path) === target) &&
      names.every(([folder, known]) => namesIn(folder) === known) &&
      groups.every(isAsStamped)
    )
  } catch {
    // Something is gone, or is no longer ours to read.
    return false
  }
}

/** Where a path leads at last if links are followed; empty where it leads nowhere. */
export function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return ''
  }
}

/** The names in a folder, as one text. */
export function namesIn(folder: string): string {
  return readdirSync(folder).sort().join('\n')
}
