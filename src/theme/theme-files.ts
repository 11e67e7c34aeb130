import {fileKinds} from '../file-kinds/all-kinds.ts'
import type {FileKind} from '../file-kinds/file-kind.ts'
import {fontKinds} from '../file-kinds/font-kinds.ts'
import {pageKinds} from '../file-kinds/text-kinds.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import {themeFolder} from '../model/site-paths.ts'

/** A file that is read and not published, because its content goes into pages. */
export const headFile = `${themeFolder}head.html`
export const styleFile = `${themeFolder}style.css`
const templateFile = new RegExp(`^${themeFolder}([a-z0-9][a-z0-9-]*)\\.liquid$`)

/** The name of the template that a file of the theme is: `episode` of `theme/episode.liquid`. */
export function templateName(path: string): string | undefined {
  return templateFile.exec(path)?.[1]
}

/** What a style sheet, a script or a template may name; and licences, which go with fonts. */
const published: ReadonlySet<unknown> = new Set([...Object.values(fontKinds), ...Object.values(pageKinds)])
const licence = /(?:^|\/)[^/]*(?:licen[cs]e|ofl)[^/]*\.txt$/i

/** The files of the folder `theme/` that are published as they are, under the same path. */
export function themeCopies(paths: readonly string[]): readonly FileCopy[] {
  return paths.flatMap((path) => {
    const kind = fileKinds.ofName(path)
    if (path === styleFile) return []
    if (published.has(kind) || isShown(kind)) return [{from: path, path, mimeType: kind?.mimeType ?? ''}]
    return licence.test(path) ? [{from: path, path, mimeType: 'text/plain'}] : []
  })
}

/** Browsers show drawings, though podcast apps do not. */
function isShown(kind: FileKind | undefined): boolean {
  return kind?.role === 'picture' && (kind.refused === undefined || kind.name === 'svg')
}

/**
 * Files of `theme/` that no page reads: they have a slip in their name, lie in the wrong place, or are style sheets and scripts that none of
 * `texts` names, which are all that is read of the theme.
 */
export function unreadThemeFiles(paths: readonly string[], texts: readonly string[]): readonly string[] {
  const copied = new Set(themeCopies(paths).map(({path}) => path))
  const isRead = (path: string) => path === styleFile || path === headFile || templateName(path) !== undefined
  const isNamed = (path: string) => texts.some((text) => text.includes(path.slice(path.lastIndexOf('/') + 1)))
  return paths.filter(
    (path) => !isRead(path) && ((mayBeRead.test(path) && !copied.has(path)) || (isLinked.test(path) && !isNamed(path))),
  )
}

/** Texts and drafts of those who look after the theme lie there as well. */
const mayBeRead = /\.(?:liquid|html?)$/i
/** Does nothing by itself. */
const isLinked = /\.(?:css|m?js)$/i

/** The file of the theme that an author names, with or without `theme/` in front. */
export function themeFile(written: string, paths: ReadonlySet<string>): string | undefined {
  const path = written.replace(/^(?:\.?\/)+/, '')
  return [path, themeFolder + path].find((each) => each.startsWith(themeFolder) && paths.has(each))
}
