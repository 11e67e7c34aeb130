/** Nothing is said about work that is done within this time: a line that flashes by is noise. */
const silentInMilliseconds = 1000
const betweenLinesInMilliseconds = 10_000

/**
 * Progress of a long build: one line that renews itself on a terminal, plain lines now and then in CI logs. On standard
 * error, so that standard output stays what the command says.
 */
export function startProgress(what = 'episodes'): {
  readonly report: (progress: {readonly done: number; readonly total: number}) => void
  readonly end: () => void
} {
  const begun = performance.now()
  let last = begun
  let drawn = false
  return {
    report: ({done, total}) => {
      const now = performance.now()
      const interactive = process.stderr.isTTY === true
      const pause = interactive ? 100 : betweenLinesInMilliseconds
      if (now - begun < silentInMilliseconds || now - last < pause) return
      last = now
      drawn = interactive
      const text = `castwright: ${done} of ${total} ${what}`
      process.stderr.write(interactive ? `\r${text}\u001B[K` : `${text}\n`)
    },
    end: () => {
      if (drawn) process.stderr.write('\r\u001B[K')
    },
  }
}
