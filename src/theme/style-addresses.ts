import type {Problem} from '../model/problem.ts'
import {themeFolder} from '../model/site-paths.ts'
import type {PolicySources} from '../model/theme.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {styleFile} from './theme-files.ts'
import {problem} from './theme-problems.ts'

/** `url(…)` with and without quotes, and `@import "…"` (https://www.w3.org/TR/css-values-4/#urls). */
const addresses = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]*))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')/gi
const comments = /\/\*[\s\S]*?(?:\*\/|$)/g

/** What `theme/style.css` names and browsers will not show: files of hosts that the policy of pages does not name, and missing files. */
export function styleAddressProblems(
  css: string,
  paths: ReadonlySet<string>,
  {styles, images, fonts}: PolicySources,
): readonly Problem[] {
  const allowed = [...styles, ...images, ...fonts]
  const text = css.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...text.matchAll(addresses)].flatMap(({0: whole, index, ...groups}) => {
    const address = [1, 2, 3, 4, 5].map((at) => groups[at]).find((each) => each !== undefined) ?? ''
    const before = text.slice(0, index).split('\n')
    const place = {file: styleFile, line: before.length, column: (before.at(-1) ?? '').length + 1}
    const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1]
    if (host !== undefined) {
      if (allowed.some((each) => each.includes(host))) return []
      const message = `Pages load nothing from ${host}: browsers pass over \`${whole.slice(0, 80)}\``
      return [problem('theme-style-blocked', place, message, `Put the file into ${themeFolder}, and write its path`)]
    }
    if (address === '' || /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(address)) return []
    const path = new URL(address, `https://theme.invalid/${styleFile}`).pathname.slice(1)
    if (paths.has(percentDecoded(path))) return []
    const message = `There is no file ${percentDecoded(path).slice(0, 80)}, which the style sheet names`
    return [problem('theme-file-missing', place, message, `Put it into ${themeFolder}, or look for a slip in its name`)]
  })
}
