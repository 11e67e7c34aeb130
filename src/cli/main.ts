#!/usr/bin/env node
// Plain syntax and no static imports: on a Node that is too old, the first line a person reads must be the reason.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`castwright needs Node 20.19 or newer; this is ${process.versions.node}`)
  process.exitCode = 2
} else {
  // V8 lets the heap double before it cleans up; what stays of an episode is 4 KB, and the rest is garbage at once.
  const {setFlagsFromString} = await import('node:v8')
  setFlagsFromString('--heap-growing-percent=20')
  // A build is over in seconds: by default a fifth of them goes into optimising functions that are hardly called again. The flags are
  // those of Node 20's V8; later ones have compilers of their own for this.
  if (major === 20) setFlagsFromString('--interrupt-budget=400000')
  if (major === 20) setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')
  const words = process.argv.slice(2)
  const {startThreadsEarly} = await import('../plan/threads.ts')
  startThreadsEarly(words)
  const {run} = await import('./run.ts')
  process.exitCode = await run(words)
}

export {}
