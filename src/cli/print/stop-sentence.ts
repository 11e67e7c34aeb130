const signals = ['SIGINT', 'SIGTERM'] as const

/** What is true of the files at any instant, for each command. A command that is not listed writes each file in one step. */
const sentences: Readonly<Record<string, string>> = {
  build: 'No file of the output is half-written. Build again to finish',
  deploy: 'No file of the store is half-written. Run the same command again to send the rest',
  import: 'No file of the show is half-written. Run the same command again to go on',
}

/**
 * Says what a stop means for the files, and then ends as the signal ends any program, so that shells and CI see what happened.
 * The value that it returns takes this back.
 */
export function sayWhenStopped(command: string): () => void {
  const stop = (signal: NodeJS.Signals) => {
    forget()
    const sentence = sentences[command] ?? 'Run the same command again'
    process.stderr.write(`\ncastwright: stopped by ${signal}. ${sentence}.\n`)
    process.kill(process.pid, signal)
  }
  const forget = () => {
    for (const signal of signals) process.off(signal, stop)
  }
  for (const signal of signals) process.on(signal, stop)
  return forget
}
