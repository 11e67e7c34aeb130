import type {Context, FilterImplOptions, Liquid} from 'liquidjs'
import type {ThemeTemplate} from '../../model/theme.ts'
import {escapeHtml} from '../../text/markup/html.ts'

/** What a template may use up at once. No template needs to read ten million letters. */
const memoryLimitInUnits = 10_000_000

type LiquidSettings = {
  readonly templates: readonly ThemeTemplate[]
  /** Dates are written in it. */
  readonly timeZone: string
  readonly language: string
}

/**
 * LiquidJS with what a theme may do. Every value is escaped, a name that is not there is an error, and the same input gives the
 * same text. No template can read a file, the clock, or anything that is not in its data.
 */
export async function liquidFor({templates, timeZone, language}: LiquidSettings): Promise<Liquid> {
  const {Liquid: Engine, CaptureTag, filters} = await import('liquidjs')
  const liquid = new Engine({
    templates: Object.fromEntries(templates.map(({name, text}) => [name, text])),
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape: written,
    timezoneOffset: timeZone,
    locale: Intl.DateTimeFormat.supportedLocalesOf(languageTag(language))[0] ?? 'en',
    memoryLimit: memoryLimitInUnits,
    parseLimit: memoryLimitInUnits,
  })
  // These would bring in chance, or text that is not escaped.
  for (const name of ['raw', 'sample', 'inspect']) delete liquid.filters[name]
  // What is printed is escaped once, at the end.
  for (const name of ['escape', 'escape_once', 'xml_escape']) liquid.registerFilter(name, (value: unknown) => value)
  liquid.registerFilter('newline_to_br', (value: unknown) => ({html: written(value).replace(/\r?\n/g, '<br>\n')}))
  for (const name of Object.keys(filters).filter((each) => each.startsWith('date'))) {
    const filter = liquid.filters[name]
    if (typeof filter === 'function') liquid.registerFilter(name, ofData(filter))
  }
  registerCapture(liquid, {CaptureTag})
  return liquid
}

/** A tag as `Intl` takes it; a show may have any text as its language. */
function languageTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** HTML that Castwright made is written as it is, everything else as text. */
function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object' && 'html' in value && typeof value.html === 'string') return value.html
  return escapeHtml(Array.isArray(value) ? value.map(String).join('') : String(value))
}

type Filter = Extract<FilterImplOptions, (...args: never) => unknown>

/** With the clock, each build would make other pages. */
function ofData(filter: Filter): Filter {
  return function (value: unknown, ...rest: unknown[]) {
    if (value === 'now' || value === 'today')
      throw new Error(`"${value}" is not known here: the same files give the same pages at any time`)
    return filter.call(this, value, ...rest)
  }
}

/** A captured text was escaped when it was written. It is not escaped again when it is printed. */
function registerCapture(liquid: Liquid, {CaptureTag}: Pick<typeof import('liquidjs'), 'CaptureTag'>): void {
  liquid.registerTag(
    'capture',
    class extends CaptureTag {
      override *render(context: Context) {
        const nothing = yield* super.render(context)
        const scope: {[name: string]: unknown} = context.bottom()
        scope[this.variable] = {html: scope[this.variable]}
        return nothing
      }
    },
  )
}
