import {readdirSync, realpathSync} from 'node:fs'
import {type Answer, dropAnswer, readAnswer} from './answer-file.ts'
import {answerKey, isForJob} from './answer-key.ts'
import {isAsStamped} from './stamps.ts'

/**
 * The question to which an answer is kept: a command line in any order of its words, the folder of the show, the output folder,
 * and the clock.
 */
export type Question = {
  readonly command: string
  readonly folder: string
  readonly output: string
  readonly now: Date
}

/**
 * What a build would print if it is certain that it has nothing to do: every file and folder that it would look at is the same as
 * when a build last had nothing to do. If anything is not certain, there is no answer, and the build decides. This function must
 * not load the program, because loading takes longer than everything here.
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
