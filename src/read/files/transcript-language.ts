import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {canonicalTag, tagOfLanguageName} from '../../text/languages.ts'

/** Words of three letters that stand in names of files and mean no language, though some of them are codes of one. */
const wordsInNames: ReadonlySet<string> = new Set(
  'old new raw fix bak tmp rev sub cut mix org all pro mp3 m4a wav'.split(' '),
)
const endings: ReadonlySet<string> = new Set(Object.values(transcriptKinds).flatMap(({extensions}) => extensions))

export type LanguageDoubt = {readonly message: string; readonly hint?: string}
export type TranscriptLanguage = {readonly language?: string; readonly doubts: readonly LanguageDoubt[]}

/**
 * The language of a transcript: the one that front matter gives it, else the one in its name, else the one that the file itself says. What
 * is said and is no language is a doubt.
 */
export function transcriptLanguage(file: string, written?: string, inText?: string): TranscriptLanguage {
  if (written !== undefined) return {language: written, doubts: []}
  const named = partOfName(file)
  const fromName = named === undefined ? undefined : canonicalTag(named)
  if (fromName !== undefined) return {language: fromName, doubts: []}
  // A part of two letters was surely meant to be a language. Longer ones say many other things.
  const doubts = named?.length === 2 ? [noLanguage(named, 'in the name of the file')] : []
  if (inText === undefined) return {doubts}
  // Whisper writes names of languages, which are as good as tags.
  const language = canonicalTag(inText.replaceAll('_', '-')) ?? tagOfLanguageName(inText)
  if (language === undefined) return {doubts: [...doubts, noLanguage(inText, 'in the file')]}
  return {language, doubts}
}

/** What stands in the name where a language would: `de` of `001-first-light.de.vtt`. */
function partOfName(file: string): string | undefined {
  const part = /\.([a-z]{2,3}(?:[-_][a-z\d]{2,8})?)\.[a-z\d]+$/i.exec(file)?.[1]?.toLowerCase().replaceAll('_', '-')
  return part === undefined || wordsInNames.has(part) || endings.has(`.${part}`) ? undefined : part
}

function noLanguage(written: string, where: string): LanguageDoubt {
  const message = `"${written.slice(0, 40)}" ${where} is no code of a language, so the transcript counts as one in the language of the episode`
  const tag = tagOfLanguageName(written)
  return tag === undefined ? {message} : {message, hint: `If it is in another language, write its code: ${tag}`}
}
