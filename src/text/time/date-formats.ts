import {tzOffset} from '@date-fns/tz'
import {formatRFC7231} from 'date-fns/formatRFC7231'

/**
 * RFC 822 with a four-digit year, always in UTC: `Wed, 02 Oct 2002 13:00:00 GMT`. For `pubDate`, `lastBuildDate` and
 * `podcast:trailer@pubdate`. UTC because validators know few zone names and distrust offsets such as +0545. HTTP dates
 * (RFC 7231) are the one form of RFC 822 that leaves nothing open.
 */
export function formatRfc822(date: Date): string {
  return formatRFC7231(date)
}

/**
 * RFC 3339 in UTC without fractions: `2002-10-02T13:00:00Z`. For Atom and for attributes of the podcast namespace. JSON Feed has the
 * form of `Date.toISOString`, with the fraction, which readers have had from the first version on.
 */
export function formatRfc3339(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** What clocks in `timeZone` (IANA) show, as an author writes it into front matter: `2026-07-04 09:00`. Seconds are cut. */
export function formatInZone(date: Date, timeZone: string): string {
  const shown = new Date(date.getTime() + tzOffset(timeZone, date) * 60_000)
  return shown.toISOString().slice(0, 16).replace('T', ' ')
}
