import type {Person} from '../../model/person.ts'
import type {Problem} from '../../model/problem.ts'
import type {Speaker, Transcript, Turn} from '../../model/transcript.ts'
import {isOneSlip} from '../../text/near-name.ts'
import {cleanLabel} from './speaker-labels.ts'
import {problem} from './speaker-problems.ts'

/** A label that a machine gave, or that names a role. It is nobody's name, and no first name is taken from it. */
const roleWords =
  /\b(?:speakers?|participants?|facilitator|announcer|narrator|moderator|host|guest|audience|voice|caller|unknown|both|all|everyone)\b|^[A-Z]$|^(?:speaker|spk)_\d+$|^S\d+$|^Channel \d+$/i

/** Names are compared without case, accents, dots and commas: `LENNY`, `Coté`, `Mike Maples, Jr.`. */
export function nameKey(name: string): string {
  if (/^[a-zA-Z]+(?: [a-zA-Z]+)*$/.test(name)) return name.toLowerCase()
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[@.,:*_"“”‘’'`()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `Quist, Nora` */
function reversedKey(name: string): string {
  return nameKey(name.includes(',') ? name.split(',').reverse().join(' ') : name)
}

export function isRoleLabel(label: string): boolean {
  return roleWords.test(label.trim())
}

/** Each label with the number of its turns. */
type LabelCounts = ReadonlyMap<string, number>

type Names = {
  /** Key of a full name or of a declared alias -> the names it can mean. */
  readonly whole: ReadonlyMap<string, ReadonlySet<string>>
  /** Key of a first name -> the names it can mean. */
  readonly first: ReadonlyMap<string, ReadonlySet<string>>
  /** Names whose full form is a label of this transcript. */
  readonly speaking: readonly string[]
  /** A misspelt label -> the name it must be. */
  readonly slips: ReadonlyMap<string, string>
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key) ?? new Set()
  map.set(key, names.add(name))
}

function collectNames(people: readonly Person[], counts: LabelCounts): Names {
  const whole = new Map<string, Set<string>>()
  const first = new Map<string, Set<string>>()
  const known = new Map(people.map((person) => [nameKey(person.name), person.name]))
  for (const person of people) for (const alias of person.aliases ?? []) add(whole, nameKey(alias), person.name)
  const slips = findSlips([...known.values()], counts)
  const speaking: string[] = []
  // A full name in the text stands for a person, too: it is house style to write the full name once, and then the first name.
  for (const label of counts.keys()) {
    if (!label.trim().includes(' ') || isRoleLabel(label) || slips.has(label)) continue
    const bare = cleanLabel(label)
    const name = known.get(nameKey(label)) ?? known.get(nameKey(bare)) ?? known.get(reversedKey(bare)) ?? label
    known.set(nameKey(name), name)
    speaking.push(name)
  }
  for (const [key, name] of known) {
    add(whole, key, name)
    const [given = ''] = key.split(' ')
    if (given !== key) add(first, given, name)
  }
  return {whole, first, speaking, slips}
}

/** A full name that occurs once or twice is a slip of the pen if it is one slip away from a person, or from a name that occurs often. */
function findSlips(people: readonly string[], counts: LabelCounts): Map<string, string> {
  const slips = new Map<string, string>()
  // A transcript has a handful of speakers, and these are compared each with each. A hostile file is not compared.
  if (counts.size > 200) return slips
  const frequent = [...counts].filter(([label, count]) => count > 2 && label.includes(' ')).map(([label]) => label)
  const known = new Map([...frequent, ...people].map((name) => [nameKey(name), name]))
  for (const [label, count] of counts) {
    const key = nameKey(label)
    if (count > 2 || key.length < 8 || !key.includes(' ') || known.has(key)) continue
    const matches = [...known].filter(([other]) => isSlipOf(key, other))
    if (matches.length === 1 && matches[0] !== undefined) slips.set(label, matches[0][1])
  }
  return slips
}

/** Shorter words that differ by one letter are two names: Jan and Jon, Berg and Borg. */
const shortestWordWithSlip = 5

/**
 * Whether `key` is `name` with a slip of the pen in one word. Digits tell people apart (`Speaker 5`). So do given names, where
 * another letter makes another name (Maria, Marie). There only two letters that were swapped, or one letter written twice or once,
 * are a slip.
 */
function isSlipOf(key: string, name: string): boolean {
  const [words, others] = [key.split(' '), name.split(' ')]
  const differing = words.flatMap((word, index) => (word === others[index] ? [] : [index]))
  const [at] = differing
  if (words.length !== others.length || at === undefined || differing.length > 1) return false
  const [word = '', other = ''] = [words[at], others[at]]
  if (/\d/.test(word + other) || Math.min(word.length, other.length) < shortestWordWithSlip) return false
  return isOneSlip(word, other) && (at > 0 || isSameButForOrder(word, other))
}

function isSameButForOrder(word: string, other: string): boolean {
  const letters = (text: string) => [...text].sort().join('')
  const once = (text: string) => text.replace(/(.)\1+/gu, '$1')
  return letters(word) === letters(other) || once(word) === once(other)
}

type Resolution = {readonly name?: string; readonly candidates?: readonly string[]; readonly slip?: boolean}

function resolveLabel(label: string, names: Names): Resolution {
  const slip = names.slips.get(label)
  if (slip !== undefined) return {name: slip, slip: true}
  const key = nameKey(label)
  // Teams writes `Lund, Jo (Acme)` also where the format marks who speaks.
  const bare = cleanLabel(label)
  const matches =
    names.whole.get(key) ??
    names.whole.get(reversedKey(label)) ??
    names.whole.get(nameKey(bare)) ??
    names.whole.get(reversedKey(bare)) ??
    names.first.get(key)
  if (matches !== undefined) return only([...matches])
  return isRoleLabel(label) ? {} : shortForm(key, names)
}

function only(matches: readonly string[]): Resolution {
  const [name] = matches
  return matches.length === 1 && name !== undefined ? {name} : {candidates: matches}
}

/** `Oli` beside `Oliver Scherer:` is the beginning of one single first name. It counts only where that full name speaks, too. */
function shortForm(key: string, {speaking}: Names): Resolution {
  if (key.length < 3 || key.includes(' ') || speaking.length > 200) return {}
  const matches = new Set(speaking.filter((name) => nameKey(name).startsWith(key)))
  return matches.size === 1 ? only([...matches]) : {}
}

/**
 * Says which person each speaker label stands for. The names are those of people of the show, full names in the transcript itself,
 * declared aliases, and `map` (label -> name, for a diariser's `SPEAKER_00`). A label that is not certain stays a label, because a
 * wrong name is worse than none. Problems: two people have one first name; a slip of the pen was read as the name it must be.
 */
export function resolveSpeakers(
  transcript: Transcript,
  people: readonly Person[],
  map: ReadonlyMap<string, string> = new Map(),
): {readonly transcript: Transcript; readonly problems: readonly Problem[]} {
  const turns = transcript.parts.filter((part): part is Turn => part.kind === 'turn')
  const counts = new Map<string, number>()
  for (const {speaker} of turns)
    if (speaker !== undefined) counts.set(speaker.label, (counts.get(speaker.label) ?? 0) + 1)
  const names = collectNames(people, counts)
  const mapped = new Map([...map].map(([label, name]) => [nameKey(label), name]))
  const problems: Problem[] = []
  const speakers = new Map<string, Speaker>()
  for (const label of counts.keys()) {
    const resolution = mappedTo(mapped.get(nameKey(label))) ?? resolveLabel(label, names)
    const line = turns.find((turn) => turn.speaker?.label === label)?.cues[0]?.line
    problems.push(...speakerProblems(label, resolution, line))
    speakers.set(label, resolution.name === undefined ? {label} : {label, name: resolution.name})
  }
  const parts = transcript.parts.map((part) => (part.kind === 'turn' ? withSpeaker(part, speakers) : part))
  return {transcript: {...transcript, parts}, problems}
}

function mappedTo(name: string | undefined): Resolution | undefined {
  return name === undefined ? undefined : {name}
}

function withSpeaker(turn: Turn, speakers: ReadonlyMap<string, Speaker>): Turn {
  const speaker = turn.speaker && speakers.get(turn.speaker.label)
  // A name that the reader of the format already knew (from a voice tag or a JSON field) is not taken away.
  return speaker?.name === undefined || turn.speaker?.name !== undefined ? turn : {...turn, speaker}
}

function speakerProblems(label: string, resolution: Resolution, line: number | undefined): Problem[] {
  const place = line === undefined ? {} : {line}
  if (resolution.candidates !== undefined) {
    const message = `"${label}" may be ${resolution.candidates.join(' or ')}, so the transcript keeps the label as it is`
    return [
      problem('speaker-ambiguous', place, message, `Write the full name once, or give one person the alias "${label}"`),
    ]
  }
  if (resolution.slip === true) {
    const message = `The label "${label}" is taken for ${resolution.name}: it differs by one letter`
    const misspelt = problem('speaker-misspelt', place, message, `Correct the label to "${resolution.name}"`)
    return resolution.name === undefined
      ? [misspelt]
      : [{...misspelt, correction: {written: label, meant: resolution.name}}]
  }
  return []
}
