import type {Channel} from '../../model/feed.ts'
import {formatDuration} from '../../text/durations.ts'
import {type Html, html} from '../../text/html.ts'

/** Making a formatter costs more than all else on a small page. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  let format = dateFormats.get(key)
  if (format === undefined) {
    const supported = isLanguageTag(language) ? language : 'en'
    format = new Intl.DateTimeFormat(supported, {
      dateStyle: 'long',
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
    dateFormats.set(key, format)
  }
  return format
}

/** A show may have any text as its language; `Intl` throws at what is no tag. */
function isLanguageTag(language: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && !/-[a-z0-9](?:-|$)/i.test(language)
}

/** `22 November 2026` in the language of the page, and the instant for machines. */
export function dateLabel(date: Date, {language, timeZone}: Pick<Channel, 'language' | 'timeZone'>): Html {
  return html`<time datetime="${date.toISOString()}">${dateFormat(language, timeZone).format(date)}</time>`
}

/** `62 min`, which is read alike in most languages. */
export function durationLabel(seconds: number): Html {
  return html`<time datetime="${isoDuration(seconds)}">${Math.max(1, Math.round(seconds / 60))} min</time>`
}

/** `12.3 MB`, or `48 kB`: millions and thousands of bytes, as phones count them. */
export function sizeLabel(bytes: number): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)} kB`
  const megabytes = bytes / 1_000_000
  return `${megabytes >= 100 ? Math.round(megabytes) : megabytes.toFixed(1)} MB`
}

/** A time of the episode, as a link where there is something to seek in. */
export function timeLabel(seconds: number, address: string | undefined): Html {
  const label = formatDuration(seconds)
  return address === undefined
    ? html`<span class="time">${label}</span>`
    : html`<a class="time" href="${address}">${label}</a>`
}

/** Seconds to the millisecond, for `data-start` and addresses. */
export function startLabel(seconds: number): string {
  return String(Math.round(Math.max(0, seconds) * 1000) / 1000)
}

/** The fragment of a link that seeks: a media fragment's (https://www.w3.org/TR/media-frags/), `#t=90`. */
export function timeFragment(seconds: number): string {
  return `#t=${startLabel(seconds)}`
}

/** ISO 8601, for `datetime` and schema.org: `PT1H2M3S`. */
export function isoDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${whole % 60}S`
}
