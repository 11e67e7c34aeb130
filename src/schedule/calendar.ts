import type {DueTimes} from './due-times.ts'

/** RFC 5545, section 3.1: lines are cut at 75 octets, and go on after a blank. */
const longestLineInBytes = 75

/**
 * A calendar of the times (iCalendar, RFC 5545), one event each. Titles are not in it, because more people may see a calendar
 * than the show's folder. The same times give the same bytes, so that nothing changes for a calendar app that asks again.
 */
export function dueAsCalendar({title, siteUrl, waiting}: DueTimes): string {
  const {host} = new URL(siteUrl)
  const events = waiting.flatMap((at, index) => {
    const stamp = basicTime(at)
    const same = waiting.slice(0, index).filter((each) => each.getTime() === at.getTime()).length
    return [
      'BEGIN:VEVENT',
      `UID:${stamp}-${same + 1}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${stamp}`,
      `SUMMARY:${escaped(`${title}: an episode is due`)}`,
      `URL:${siteUrl}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Castwright//next//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function basicTime(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const bytes = new TextEncoder().encode(character).length
    if (size + bytes > longestLineInBytes) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += character
    size += bytes
  }
  return [...parts, part].join('\r\n')
}
