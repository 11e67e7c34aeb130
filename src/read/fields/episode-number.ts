import type {ValueKind} from '../../tags/kinds/value-kind.ts'
import {decimal, isWordForNothing, quotedAuthored, scalarKind} from '../../tags/kinds/value-kinds.ts'

/**
 * What an author calls an episode: a number; a short code (`V001`, `T-0`), which is no number to apps; or `None`, which says that the
 * episode has neither, even if the name of its file looks like one.
 */
export type EpisodeNumber = {readonly number: number} | {readonly shortCode: string} | {readonly isNone: true}

const number = decimal({min: 0})
/** `#12`, `Ep. 12`, `Folge 12`: the number, with its name before it. */
const labelled = /^(?:#|(?:episode|ep\.?|folge|no\.?|nr\.?|number)\s*#?)\s*(\d{1,5}(?:\.\d{1,3})?)$/i
/** `S01E02`, which has two fields. As a short code, apps would know neither season nor number. */
const seasonAndNumber = /^s(?:eason)?\s?0*(\d{1,3})[\s._-]?e(?:p(?:isode)?\.?)?\s?0*(\d{1,5})$/i
/** A word without a digit is more often a mistake than a code. `podcast:episode` takes 32 characters. */
const shortCode = /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N} ._#:/+-]{0,31}$/u

/** `12`, `100.5`, `#12`, or a short code. The value is a list with one entry, because a code may stand beside a number. */
export const episodeNumber: ValueKind<readonly EpisodeNumber[]> = {
  ...scalarKind<readonly EpisodeNumber[]>('number or short code', number.jsonSchema, (value, timeZone) => {
    if (isWordForNothing(value)) return {value: [{isNone: true}]}
    const [, season, inSeason] = seasonAndNumber.exec(value) ?? []
    if (season !== undefined && inSeason !== undefined) {
      const wrong = `is ${quotedAuthored(value)}, which is a season and a number`
      return {wrong, hint: `Write two fields: season: ${season} and number: ${inSeason}`}
    }
    const digits = labelled.exec(value)?.[1] ?? value
    const reading = number.read(digits, {timeZone})
    if ('value' in reading) return {value: [{number: reading.value}]}
    if (shortCode.test(value) && !/^[+-]?[\d.,]+$/.test(value)) return {value: [{shortCode: value}]}
    return 'wrong' in reading
      ? {...reading, wrong: `is ${quotedAuthored(value)}, but must be ${/^-\d/.test(value) ? '0 or more' : 'a number'}`}
      : reading
  }),
  jsonSchema: {type: ['number', 'string']},
}
