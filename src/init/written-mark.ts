import {createHash} from 'node:crypto'

const mark = /^# Written by castwright init \(([\da-f]{16})\)\. .*\n/

/** `text` (YAML) after a first line that has the hash of the rest. */
export function withMark(text: string): string {
  return `# Written by castwright init (${hashOf(text)}). Once you edit it, init leaves it alone.\n${text}`
}

/** Whether `text` is word for word what some `init` wrote, today's or an older one. */
export function isAsWritten(text: string): boolean {
  const unix = text.replaceAll('\r\n', '\n')
  const found = mark.exec(unix)
  return found !== null && found[1] === hashOf(unix.slice(found[0].length))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
