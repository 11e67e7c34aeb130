/** `text` replaces the characters from `start` to `end`. */
export type Replacement = {readonly start: number; readonly end: number; readonly text: string}

/** Lines `from` to `to` (from 0, `to` not included) and the lines that replace them. */
type Change = {readonly from: number; readonly to: number; readonly lines: readonly string[]}

const contextInLines = 3

/** The text with each span replaced. Spans are given in the order of the text. */
export function replaced(text: string, spans: readonly Replacement[]): string {
  let result = ''
  let done = 0
  for (const {start, end, text: words} of spans) {
    result += text.slice(done, start) + words
    done = end
  }
  return result + text.slice(done)
}

/**
 * What `spans` (in order) do to a file, in the form that `patch` and `git apply` read. It is made from the spans and not by
 * comparing: for captions with a change in each of 10,000 lines, a comparison would take a minute.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(file: string, text: string, spans: readonly Replacement[]): string {
  const lines = linesWithEnds(text)
  let added = 0
  const hunks = hunksOf(changesOf(text, lines, spans)).map((hunk) => {
    const from = Math.max(0, (hunk[0]?.from ?? 0) - contextInLines)
    const to = Math.min(lines.length, (hunk.at(-1)?.to ?? 0) + contextInLines)
    const body: string[] = []
    let done = from
    for (const change of hunk) {
      body.push(...lines.slice(done, change.from).map((line) => ` ${line}`))
      body.push(...lines.slice(change.from, change.to).map((line) => `-${line}`))
      body.push(...change.lines.map((line) => `+${line}`))
      done = change.to
    }
    body.push(...lines.slice(done, to).map((line) => ` ${line}`))
    const more = hunk.reduce((sum, change) => sum + change.lines.length - (change.to - change.from), 0)
    const head = `@@ -${range(from, to - from)} +${range(from + added, to - from + more)} @@\n`
    added += more
    return head + body.map(ended).join('')
  })
  return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`
}

/** A range of no lines is named by the line before it. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`
}

function linesWithEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Spans that touch the same lines are one change. */
function changesOf(text: string, lines: readonly string[], spans: readonly Replacement[]): readonly Change[] {
  const groups: {from: number; to: number; start: number; end: number; spans: Replacement[]}[] = []
  let [line, offset] = [0, 0]
  // What follows a last line without an end belongs to that line.
  const goTo = (place: number) => {
    for (let next = lines[line]; next?.endsWith('\n') && offset + next.length <= place; next = lines[line]) {
      offset += next.length
      line += 1
    }
  }
  for (const span of spans) {
    goTo(span.start)
    const [from, start] = [line, offset]
    goTo(span.end)
    const isWholeLines = span.start === start && span.end === offset && (span.text.endsWith('\n') || span.text === '')
    const length = isWholeLines ? 0 : (lines[line]?.length ?? 0)
    const [to, end] = [length === 0 ? line : line + 1, offset + length]
    const last = groups.at(-1)
    if (last !== undefined && from < last.to) {
      last.spans.push(span)
      last.to = Math.max(last.to, to)
      last.end = Math.max(last.end, end)
    } else groups.push({from, to, start, end, spans: [span]})
  }
  return groups.map(({from, to, start, end, spans: own}) => {
    const moved = own.map((span) => ({...span, start: span.start - start, end: span.end - start}))
    return {from, to, lines: linesWithEnds(replaced(text.slice(start, end), moved))}
  })
}

/** Changes whose contexts touch stand together. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)
    if (last !== undefined && change.from - (last.at(-1)?.to ?? 0) <= 2 * contextInLines) last.push(change)
    else hunks.push([change])
  }
  return hunks
}
