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
      const line = `${text}  ${bar(done, total)}${remaining(now - begun, done, total)}`
      process.stderr.write(interactive ? `\r${line}\u001B[K` : `${text}\n`)
    },
    end: () => {
      if (drawn) process.stderr.write('\r\u001B[K')
    },
  }
}

const barInCharacters = 24

function bar(done: number, total: number): string {
  const filled = total === 0 ? barInCharacters : Math.round((Math.min(done, total) / total) * barInCharacters)
  return '━'.repeat(filled) + '─'.repeat(barInCharacters - filled)
}

/** How long the rest takes if it goes on like this. Empty if it is soon over, or if nobody can say. */
function remaining(passedInMilliseconds: number, done: number, total: number): string {
  if (done === 0 || done >= total) return ''
  const seconds = Math.round(((passedInMilliseconds / done) * (total - done)) / 1000)
  if (seconds < 3) return ''
  return seconds < 90 ? `  ${seconds} s left` : `  ${Math.round(seconds / 60)} min left`
}
