import type {Channel} from '../model/feed.ts'
import {type Html, html} from '../text/markup/html.ts'
import {formatDuration} from '../text/time/durations.ts'
import {numbered, type Words} from '../words/words.ts'

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

/** A show may have any text as its language. `Intl` throws if that is no language tag. */
function isLanguageTag(language: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && !/-[a-z0-9](?:-|$)/i.test(language)
}

/** `22 November 2026` in the language of the page. */
export function dateText(date: Date, {language, timeZone}: Pick<Channel, 'language' | 'timeZone'>): string {
  return dateFormat(language, timeZone).format(date)
}

/** The same, and the instant for machines. */
export function dateLabel(date: Date, channel: Pick<Channel, 'language' | 'timeZone'>): Html {
  return html`<time datetime="${date.toISOString()}">${dateText(date, channel)}</time>`
}

/** `1 h 2 min`, as the language of the page abbreviates it. */
export function durationLabel(seconds: number, words: Pick<Words, 'hours' | 'minutes'>): Html {
  const minutes = Math.max(1, Math.round(seconds / 60))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const label = [
    ...(hours > 0 ? [numbered(words.hours, hours)] : []),
    ...(rest > 0 ? [numbered(words.minutes, rest)] : []),
  ].map((part) => part.replaceAll(' ', '\u00a0'))
  return html`<time datetime="${isoDuration(seconds)}">${label.join(' ')}</time>`
}

/** `12.3 MB`, or `48 kB`: millions and thousands of bytes, as phones count them. */
export function sizeLabel(bytes: number, language: string): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)}\u00a0kB`
  const megabytes = bytes / 1_000_000
  return `${megabytes >= 100 ? Math.round(megabytes) : decimal(language).format(megabytes)}\u00a0MB`
}

const decimals = new Map<string, Intl.NumberFormat>()

/** `41.3`, or `41,3`: with the figures that the rest of the page has. */
function decimal(language: string): Intl.NumberFormat {
  let format = decimals.get(language)
  if (format === undefined) {
    format = new Intl.NumberFormat(isLanguageTag(language) ? language : 'en', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      numberingSystem: 'latn',
    })
    decimals.set(language, format)
  }
  return format
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
