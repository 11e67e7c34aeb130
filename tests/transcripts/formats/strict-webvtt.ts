/** A cue as a parser that forgives nothing sees it. */
export type StrictCue = {readonly start: number; readonly end: number; readonly voice?: string; readonly text: string}

const timestamp = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const timing = new RegExp(`^${timestamp}[ \\t]+-->[ \\t]+${timestamp}$`)
const voice = /^<v(?:\.[^ \t<>&.]+)*[ \t]+([^<>\n\r]*[^<>\s][^<>\n\r]*)>/
const reference = /&(?:amp|lt|gt|nbsp);/g

/**
 * WebVTT's syntax for writers (https://www.w3.org/TR/webvtt1/#syntax), as far as transcripts use it, with the
 * entities that every app knows. Throws at the first thing that is not allowed.
 */
export function parseStrictWebVtt(file: string): StrictCue[] {
  const lines = file.split(/\r\n|\n|\r/)
  if (!/^\uFEFF?WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) throw new Error('line 1 is not WEBVTT')
  if (lines[1] !== '') throw new Error('line 2 is not empty')
  const blocks = lines
    .slice(2)
    .join('\n')
    .split(/\n{2,}/)
  const cues: StrictCue[] = []
  for (const block of blocks.map((each) => each.replace(/^\n+|\n+$/g, '')).filter((each) => each !== '')) {
    if (/^NOTE(?:[ \t\n]|$)/.test(block)) {
      if (block.includes('-->')) throw new Error(`arrow in a comment: ${block}`)
      continue
    }
    const cue = parseCue(block.split('\n'))
    if (cue.start < (cues.at(-1)?.start ?? 0)) throw new Error(`starts go back: ${block}`)
    cues.push(cue)
  }
  return cues
}

function parseCue(lines: readonly string[]): StrictCue {
  const hasIdentifier = !lines[0]?.includes('-->')
  const match = timing.exec(lines[hasIdentifier ? 1 : 0] ?? '')
  if (!match) throw new Error(`no timing: ${lines.join('\n')}`)
  const start = milliseconds(match.slice(1, 5))
  const end = milliseconds(match.slice(5, 9))
  if (end <= start) throw new Error(`end is not after start: ${lines.join('\n')}`)
  return {start, end, ...parsePayload(lines.slice(hasIdentifier ? 2 : 1))}
}

function parsePayload(lines: readonly string[]): {readonly voice?: string; readonly text: string} {
  const payload = lines.join('\n')
  if (payload.includes('-->')) throw new Error(`arrow in the text: ${payload}`)
  if (payload.includes('\0')) throw new Error('NUL in the text')
  const span = voice.exec(payload)
  const text = payload.slice(span?.[0].length ?? 0)
  if (text.includes('<')) throw new Error(`unescaped < in ${payload}`)
  if (payload.replace(reference, '').includes('&')) throw new Error(`unescaped & in ${payload}`)
  return span ? {voice: resolve(span[1] ?? ''), text: resolve(text)} : {text: resolve(text)}
}

function resolve(text: string): string {
  const characters: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0'}
  return text.replace(reference, (name) => characters[name] ?? name)
}

function milliseconds([hours = '0', minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction)
}
