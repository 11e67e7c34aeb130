#!/usr/bin/env node
// Plain syntax and no static imports: on a Node that is too old, the first line a person reads must be the reason.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`castwright needs Node 20.19 or newer; this is ${process.versions.node}`)
  process.exitCode = 2
} else {
  const {tuneCompiler} = await import('./tune-compiler.ts')
  tuneCompiler(major)
  // What Node compiled once it loads again in half the time, from 22.1 on.
  const {default: nodeModule} = await import('node:module')
  if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
    nodeModule.enableCompileCache()
  const words = process.argv.slice(2)
  const {startThreadsEarly} = await import('../plan/threads.ts')
  startThreadsEarly(words)
  const {run} = await import('./run.ts')
  process.exitCode = await run(words)
}

export {}
