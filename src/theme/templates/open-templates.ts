import type {Liquid, LiquidError, Template} from 'liquidjs'
import type {Channel} from '../../model/feed.ts'
import type {Problem} from '../../model/problem.ts'
import {type PartName, partNames, type SiteChannel, type Templates} from '../../model/templates.ts'
import type {Theme, ThemeTemplate} from '../../model/theme.ts'
import {nearName} from '../../text/near-name.ts'
import {problem} from '../theme-problems.ts'
import {liquidFor} from './liquid.ts'

/** A channel with its templates, and what was wrong with them so far. */
export type OpenedTemplates = {readonly channel: SiteChannel; readonly problems: () => readonly Problem[]}

const nothingWrong = (): readonly Problem[] => []

/** Makes the templates of a theme ready. LiquidJS is loaded only where there are some. */
export async function withTemplates(channel: Channel): Promise<OpenedTemplates> {
  const {theme} = channel
  if (theme === undefined || theme.templates.length === 0) return {channel, problems: nothingWrong}
  const {liquid, parsed, problems} = await parsedTemplates(channel, theme)
  const found = new Map<string, Problem>(problems.map((each) => [JSON.stringify(each), each]))
  const templates: Templates = {
    has: (name) => parsed.has(name),
    render: (name, data) => {
      const template = parsed.get(name)
      if (template === undefined) return undefined
      try {
        return String(liquid.renderSync(template, data))
      } catch (error) {
        const broken = brokenTemplate(error, theme.templates, name, data)
        found.set(JSON.stringify(broken), broken)
        return undefined
      }
    },
  }
  return {channel: {...channel, templates}, problems: () => [...found.values()]}
}

type Parsed = {
  readonly liquid: Liquid
  readonly parsed: ReadonlyMap<PartName, Template[]>
  readonly problems: readonly Problem[]
}

/** Every episode asks for the templates, and all episodes of a thread have the same theme. */
const known = new WeakMap<Theme, Promise<Parsed>>()

function parsedTemplates(channel: Channel, theme: Theme): Promise<Parsed> {
  const before = known.get(theme)
  if (before !== undefined) return before
  const parsing = parseTemplates(channel, theme)
  known.set(theme, parsing)
  return parsing
}

async function parseTemplates({timeZone, language}: Channel, {templates}: Theme): Promise<Parsed> {
  const liquid = await liquidFor({templates, timeZone, language})
  const parsed = new Map<PartName, Template[]>()
  const problems: Problem[] = []
  for (const {name, file, text} of templates) {
    try {
      // Templates with other names are for `{% render %}`. Their faults must be found as well.
      const template = liquid.parse(text, file)
      if (isPart(name)) parsed.set(name, template)
      else problems.push(...nearlyPart(name, file))
    } catch (error) {
      problems.push(brokenTemplate(error, templates, name))
    }
  }
  return {liquid, parsed, problems}
}

function isPart(name: string): name is PartName {
  return partNames.some((each) => each === name)
}

/** A name that nobody asks for may be a slip. */
function nearlyPart(name: string, file: string): readonly Problem[] {
  const near = nearName(name, partNames)
  if (near === undefined) return []
  const message = `No part of the pages is called "${name}", so this template is used only where another one renders it`
  return [problem('template-broken', {file, line: 1}, message, `Did you mean ${near}.liquid?`)]
}

function brokenTemplate(error: unknown, templates: readonly ThemeTemplate[], name: string, data: object = {}): Problem {
  const own = templates.find((each) => each.name === name)
  const {token, message} = error as Partial<LiquidError>
  const text: unknown = token?.input
  // If a template renders another one and that has an error, LiquidJS gives only the text of the other one.
  const {file = `theme/${name}.liquid`} = templates.find((each) => each.text === text) ?? own ?? {}
  const [line = 1, column] = token?.getPosition() ?? []
  const what = plainMessage(message ?? String(error))
  const place = {file, line, ...(column === undefined ? {} : {column})}
  const said = `The template cannot be filled in, so this part of the page is as it is without it: ${what}`
  return problem('template-broken', place, said, hintFor(what, data))
}

/** LiquidJS adds the place to the message. In problems, the place stands apart. */
function plainMessage(message: string): string {
  const bare = message.split('\n')[0]?.replace(/(?:, file:[^,]*)?, line:\d+, col:\d+$/, '') ?? ''
  const missing = /Failed to lookup "([^"]*)"/.exec(bare)?.[1]
  return (missing === undefined ? bare : `there is no template "${missing}" in theme/`).slice(0, 200)
}

function hintFor(what: string, data: object): string {
  const near = nearValue(what, data)
  if (near !== undefined) return `Did you mean ${near}?`
  if (what.includes('undefined filter: raw'))
    return 'What Castwright made as HTML (html.…) is printed as it is; markup of your own stands in the template itself'
  return 'docs/api.md lists what templates get (castwright help theme); castwright theme export writes one that works'
}

/** `episode.title` for `undefined variable: episode.titel`. */
function nearValue(what: string, data: object): string | undefined {
  const path = /^undefined variable: ([\w.]+)$/.exec(what)?.[1]?.split('.') ?? []
  let known: unknown = data
  for (const [index, key] of path.entries()) {
    if (typeof known !== 'object' || known === null) return undefined
    if (!Object.hasOwn(known, key)) {
      const near = nearName(key, Object.keys(known))
      return near === undefined ? undefined : [...path.slice(0, index), near].join('.')
    }
    known = known[key as keyof typeof known]
  }
  return undefined
}
