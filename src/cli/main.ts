#!/usr/bin/env node
// Plain syntax and no static imports: on a Node that is too old, the first line a person reads must be the reason.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

async function start(): Promise<void> {
  const words = process.argv.slice(2)
  const {earlyAnswer} = await import('./early-answer.ts')
  const answer = earlyAnswer(words)
  if (answer !== undefined) {
    process.stdout.write(answer)
    return
  }
  // Help and refusals are over with this; what a command runs is loaded by its row, after `prepareProgram`.
  const {run} = await import('./run.ts')
  process.exitCode = await run(words, async () => {
    const {prepareProgram} = await import('./prepare-program.ts')
    prepareProgram(major, words)
  })
}

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`castwright needs Node 20.19 or newer; this is ${process.versions.node}`)
  process.exitCode = 2
} else {
  void start()
}

export {}
