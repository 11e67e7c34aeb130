/** The number of alternatives that a pattern may ask for by `{a,b}`. More are a mistake, or an attack. */
const mostAlternatives = 256

/**
 * Whether paths (with `/`) match a glob: `*` and `?` within a name, `**` for any number of folders, `{a,b}` for one of several.
 * As in shells, a name that begins with a dot is only matched by a pattern that says the dot. Node has `fs.glob` from 22 on.
 * Runs in time proportional to pattern times path, whatever the pattern.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const clean = pattern.trim().replace(/^(?:\.?\/)+/, '')
  const alternatives = expandBraces(clean).map((each) =>
    each.split('/').filter((segment) => segment !== '' && segment !== '.'),
  )
  return (path) => {
    const names = path.split('/')
    return alternatives.some((segments) => matchesSegments(segments, names))
  }
}

/** The pattern once for each way through its braces. Braces do not nest here; an unclosed one stands for itself. */
function expandBraces(pattern: string): readonly string[] {
  let expanded: readonly string[] = ['']
  for (const piece of pattern.split(/(\{[^{}]*,[^{}]*\})/)) {
    const choices = piece.startsWith('{') && piece.includes(',') ? piece.slice(1, -1).split(',') : [piece]
    if (expanded.length * choices.length > mostAlternatives) return [pattern]
    expanded = expanded.flatMap((start) => choices.map((choice) => start + choice))
  }
  return expanded
}

function matchesSegments(segments: readonly string[], names: readonly string[]): boolean {
  // reached[n]: the segments so far match the first n names.
  let reached = names.map(() => false)
  reached = [true, ...reached]
  for (const segment of segments) {
    const next = reached.map(() => false)
    let open = false
    for (const [count, isReached] of reached.entries()) {
      if (segment === '**') {
        open = isReached || (open && !(names[count - 1] ?? '').startsWith('.'))
        next[count] = open
      } else if (isReached && count < names.length) next[count + 1] = matchesName(segment, names[count] ?? '')
    }
    reached = next
  }
  return reached.at(-1) === true
}

/** `*` and `?` by the two-pointer method: on a mismatch only the last star takes one character more. */
function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  let at = 0
  let inPattern = 0
  let star = -1
  let starAt = 0
  while (at < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern
      starAt = at
      inPattern += 1
    } else if (pattern[inPattern] === '?' || pattern[inPattern] === name[at]) {
      at += 1
      inPattern += 1
    } else if (star !== -1) {
      starAt += 1
      at = starAt
      inPattern = star + 1
    } else return false
  }
  while (pattern[inPattern] === '*') inPattern += 1
  return inPattern === pattern.length
}
