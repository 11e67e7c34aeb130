import {isLanguage} from '../text/languages.ts'
import {type ContentFile, fileNameOf, folderOf} from './repository.ts'

/** `first-light.pt-br.md`: the language before the ending, as Hugo and Zola have it. */
const suffix = /\.([a-z]{2}(?:-[a-z]{2})?)\.[a-z]+$/i

/**
 * The pages by the language in their names; those without one are under an empty name. What looks like a language is one only if it
 * tells a page from a translation of it: `about.me.md` alone is no page in any language.
 */
export function pagesByLanguage(pages: readonly ContentFile[]): ReadonlyMap<string, readonly ContentFile[]> {
  const translated = pages.filter(({file}) => languageIn(file) !== undefined)
  if (translated.length === 0) return new Map([['', pages]])
  const versions = new Map<string, number>()
  for (const {file} of pages) versions.set(stemOf(file), (versions.get(stemOf(file)) ?? 0) + 1)
  const languages = new Set(
    translated.flatMap(({file}) => ((versions.get(stemOf(file)) ?? 0) > 1 ? [languageIn(file)] : [])),
  )
  const found = new Map<string, ContentFile[]>()
  for (const page of pages) {
    const language = languageIn(page.file)
    const key = language === undefined || !languages.has(language) ? '' : language
    found.set(key, [...(found.get(key) ?? []), page])
  }
  return found
}

function languageIn(file: string): string | undefined {
  const [, language] = suffix.exec(fileNameOf(file)) ?? []
  return language !== undefined && isLanguage(language) ? language : undefined
}

function stemOf(file: string): string {
  const end = languageIn(file) === undefined ? /\.[a-z]+$/i : suffix
  return `${folderOf(file)}/${fileNameOf(file).replace(end, '')}`
}

/** A folder with the names of languages taken out of it, where it has any: `content/en/episodes` and `content/de/episodes` are alike. */
export function folderOfAnyLanguage(folder: string): {readonly folder: string; readonly language?: string} {
  const parts = folder.split('/')
  const at = parts.findIndex((part) => /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(part) && isLanguage(part.replace('_', '-')))
  const language = parts[at]
  return language === undefined ? {folder} : {folder: parts.toSpliced(at, 1, '*').join('/'), language}
}
