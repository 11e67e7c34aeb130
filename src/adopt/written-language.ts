import type {ContentFile, Sourced} from './repository.ts'

/** Scripts that are those of one language. Han comes last: Japanese has it as well. */
const scripts: readonly {readonly language: string; readonly letters: RegExp}[] = [
  {language: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u},
  {language: 'ko', letters: /\p{Script=Hangul}/u},
  {language: 'el', letters: /\p{Script=Greek}{3}/u},
  {language: 'he', letters: /\p{Script=Hebrew}/u},
  {language: 'th', letters: /\p{Script=Thai}/u},
  {language: 'zh', letters: /\p{Script=Han}/u},
]

/** In Japanese, some titles have no letters but Han. */
const share = 1 / 2

/** The language of a show whose files do not say it, if its titles are written in letters that no other language has. */
export function writtenLanguage(episodes: readonly ContentFile[]): Sourced<string> | undefined {
  const titles = episodes.flatMap(({data: {title}}) => (typeof title === 'string' ? [title] : []))
  if (titles.length < 2) return undefined
  const found = scripts.find(
    ({letters}) => titles.filter((title) => letters.test(title)).length > titles.length * share,
  )
  return found === undefined ? undefined : {value: found.language, from: 'the letters of most titles'}
}
