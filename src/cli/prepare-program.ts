import {availableParallelism} from 'node:os'
import {keepCompiledCode} from '../cache/compiled-code.ts'
import {startThreadsEarly} from '../engine/threads/threads.ts'
import {tuneCompiler} from './tune-compiler.ts'

/** Pictures are made in the threads in which the system reads files. Without this, four do it. */
function makePicturesOnAllCores(): void {
  process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()))
}

/** What has to be done before a command loads the program: flags of V8, the code that it compiled earlier, and threads that load it too. */
export function prepareProgram(majorVersion: number, words: readonly string[]): void {
  tuneCompiler(majorVersion)
  makePicturesOnAllCores()
  const writeDown = keepCompiledCode()
  // A build calls most of what there is.
  if (words[0] === 'build') process.once('exit', writeDown)
  startThreadsEarly(words)
}
