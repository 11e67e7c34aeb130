import {isNoPerson} from '../speakers/speaker-labels.ts'
import {nameKey} from '../speakers/speakers.ts'
import type {TextUnit, Unit} from './markdown-units.ts'

/** What a text begins with: a speaker of the file, somebody of whom nothing more is known, or only speech. */
export type Beginning = 'speaker' | 'somebody' | 'speech'

/**
 * Says which labels are speakers in this file. Transcripts use bold with a colon, so a capitalised name is enough there.
 * `Name: text` also occurs in prose, so it must occur twice, or the name must be known. A bold title above a list is a title. If a
 * label is neither a speaker nor prose, somebody said the text, but not the speaker before.
 */
export function labelRule(units: readonly Unit[], known: (name: string) => boolean): (unit: TextUnit) => Beginning {
  const counts = countLabels(units)
  const isSpeaker = (unit: TextUnit): boolean => isSpeakerOf(unit, known, counts)
  const texts = units.filter((unit) => unit.kind === 'text')
  const plainSpeakers = texts.filter((unit) => unit.label?.form === 'plain' && isSpeaker(unit)).length
  // Where most paragraphs begin with a plain label, one more label of that form is a label, too, though it stands only once.
  const arePlain = plainSpeakers >= 2 && plainSpeakers * 2 >= texts.length
  return (unit) => {
    const {label} = unit
    if (label === undefined) return 'speech'
    if (isSpeaker(unit)) return 'speaker'
    if (label.name === undefined || label.name === '' || label.form === 'italic') return 'speech'
    if (label.form === 'plain' && arePlain && label.shape === 'name')
      return label.name.includes(' ') ? 'speaker' : 'somebody'
    const isBare = label.rest === '' && unit.listFollows
    return label.shape === 'odd' && !isBare && (label.form !== 'plain' || arePlain) ? 'somebody' : 'speech'
  }
}

function countLabels(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const unit of units) {
    if (unit.kind === 'text' && unit.label?.name !== undefined) {
      const key = nameKey(unit.label.name)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function isSpeakerOf(
  {label, quoted, listFollows}: TextUnit,
  known: (name: string) => boolean,
  counts: ReadonlyMap<string, number>,
): boolean {
  if (label === undefined) return false
  const {name, form, shape} = label
  // `(00:01:21):` and `**:**`
  if (name === undefined || (name === '' && form === 'bold')) return true
  if (name === '') return false
  if (label.isCertain) return true
  if (known(name) || isNoPerson(name)) return form !== 'italic' || quoted || known(name)
  if (label.rest === '' && listFollows) return false
  const isName = shape === 'name'
  const isRepeated = (counts.get(nameKey(name)) ?? 0) >= 2
  if (form === 'italic') return quoted && (isName || isRepeated)
  if (form === 'bold') return isName || (isRepeated && name.split(' ').length <= 3)
  if (label.startInSeconds !== undefined) return isName || (isRepeated && shape !== 'prose')
  return isRepeated && (isName || shape === 'odd')
}
