import {setFlagsFromString} from 'node:v8'

/**
 * Flags of V8, by the major version of Node that has them. V8 prints a complaint about flags that it does not know. By default, a
 * fifth of a build's time goes into optimising functions that are hardly called again, because a function is optimised together
 * with all that it calls.
 */
const flags: ReadonlyMap<number, readonly string[]> = new Map([
  [20, ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=200']],
  [22, ['--invocation-count-for-turbofan=12000', '--max-inlined-bytecode-size-cumulative=200']],
  [24, ['--invocation-count-for-turbofan=12000', '--max-inlined-bytecode-size-cumulative=200']],
])

/**
 * Fits V8 to a program that is over in seconds. To be called before the code of the program is loaded. Threads have the same
 * flags.
 */
export function tuneCompiler(majorVersion: number): void {
  // By default, the heap would double before it is cleaned up. Of each episode 4 KB stay, and the rest is garbage at once.
  setFlagsFromString('--heap-growing-percent=20')
  for (const flag of flags.get(majorVersion) ?? []) setFlagsFromString(flag)
}
