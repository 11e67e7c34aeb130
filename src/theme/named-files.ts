import type {Place, Problem} from '../model/problem.ts'
import {themeFolder} from '../model/site-paths.ts'
import type {ThemeTemplate} from '../model/theme.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {nearName} from '../text/near-name.ts'
import {problem} from './theme-problems.ts'

/** An address in a file of the theme, and where it stands. */
export type NamedAddress = {readonly address: string; readonly place: Place}

/** `{{ root }}theme/fonts/a.woff2`: the way from a page to a file of the theme, where all of its name is written. */
const wayToFile = new RegExp(
  String.raw`\{\{-?\s*(?:root|show\.link)\s*-?\}\}(?:\./)?(${themeFolder}[^"'<>\s{}?#]+)(?![^"'<>\s]*\{)`,
  'g',
)
const remarks = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|<!--[\s\S]*?-->/g

/** Files of the theme that a template names and that are not there: the page would ask for them in vain. */
export function templateFileProblems({file, text}: ThemeTemplate, published: ReadonlySet<string>): readonly Problem[] {
  const shown = text.replace(remarks, (remark) => remark.replace(/[^\n]/g, ' '))
  return [...shown.matchAll(wayToFile)].flatMap(({index, 1: path = ''}) => {
    const before = text.slice(0, index).split('\n')
    const place = {file, line: before.length, column: (before.at(-1) ?? '').length + 1}
    return missingFile(path, place, published)
  })
}

/**
 * The same for `theme/head.html`, which stands in pages of every folder as it is: an address that begins at the page leads to a file from
 * one of them alone.
 */
export function headFileProblems(
  addresses: readonly NamedAddress[],
  published: ReadonlySet<string>,
  siteUrl: string,
): readonly Problem[] {
  const root = new URL(siteUrl)
  return addresses.flatMap(({address, place}) => {
    if (/^(?:[a-z][a-z\d+.-]*:(?!\/\/)|#|$)/i.test(address) || !URL.canParse(address, siteUrl)) return []
    const {href, origin, pathname} = new URL(address, siteUrl)
    const below = origin === root.origin && href.startsWith(siteUrl) ? pathname.slice(root.pathname.length) : ''
    if (!/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(address)) {
      const message = `\`${address.slice(0, 80)}\` leads elsewhere from each page, because this text stands in pages of every folder`
      const hint = `Begin at the root of the host: ${root.pathname}${(below || address).slice(0, 80)}`
      return [problem('theme-file-missing', place, message, hint)]
    }
    return below.startsWith(themeFolder) ? missingFile(below, place, published) : []
  })
}

function missingFile(written: string, place: Place, published: ReadonlySet<string>): readonly Problem[] {
  const path = percentDecoded(written)
  if (published.has(path)) return []
  const near = nearName(path, [...published])
  const hint =
    near === undefined ? `Put it into ${themeFolder}, or look for a slip in its name` : `Did you mean ${near}?`
  return [
    problem(
      'theme-file-missing',
      place,
      `There is no file ${path.slice(0, 80)}, so the page asks for it in vain`,
      hint,
    ),
  ]
}
