import type {Person} from '../model/person.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {Speaker, Transcript, Turn} from '../model/transcript.ts'
import {isOneSlip} from '../text/near-name.ts'

/** A label that a machine or a role gave. Nobody is called so, and no first name is taken from it. */
const roleWords =
  /\b(?:speakers?|participants?|facilitator|announcer|narrator|moderator|host|guest|audience|voice|caller|unknown|both|all|everyone)\b|^[A-Z]$|^SPEAKER_\d+$/i

/** Names are compared without case, accents, dots and commas: `LENNY`, `Coté`, `Mike Maples, Jr.`. */
export function nameKey(name: string): string {
  if (/^[a-zA-Z]+(?: [a-zA-Z]+)*$/.test(name)) return name.toLowerCase()
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[.,:*_"“”’'`()]/g, ' ')
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
  // A full name in the text stands for a person, too: the house style is the full name once, then the first name.
  for (const label of counts.keys()) {
    if (!label.trim().includes(' ') || isRoleLabel(label) || slips.has(label)) continue
    const name = known.get(nameKey(label)) ?? known.get(reversedKey(label)) ?? label
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

/** A long full name that occurs once or twice, one letter away from a person or from a name that occurs often, is a slip of the pen. */
function findSlips(people: readonly string[], counts: LabelCounts): Map<string, string> {
  const slips = new Map<string, string>()
  // Comparing everything with everything is for the handful of speakers a transcript has, not for a hostile file.
  if (counts.size > 200) return slips
  const frequent = [...counts].filter(([label, count]) => count > 2 && label.includes(' ')).map(([label]) => label)
  const known = new Map([...frequent, ...people].map((name) => [nameKey(name), name]))
  for (const [label, count] of counts) {
    const key = nameKey(label)
    if (count > 2 || key.length < 8 || !key.includes(' ') || known.has(key)) continue
    const matches = [...known].filter(([other]) => isOneSlip(key, other))
    if (matches.length === 1 && matches[0] !== undefined) slips.set(label, matches[0][1])
  }
  return slips
}

type Resolution = {readonly name?: string; readonly candidates?: readonly string[]; readonly slip?: boolean}

function resolveLabel(label: string, names: Names): Resolution {
  const slip = names.slips.get(label)
  if (slip !== undefined) return {name: slip, slip: true}
  const key = nameKey(label)
  const matches = names.whole.get(key) ?? names.whole.get(reversedKey(label)) ?? names.first.get(key)
  if (matches !== undefined) return only([...matches])
  return isRoleLabel(label) ? {} : shortForm(key, names)
}

function only(matches: readonly string[]): Resolution {
  const [name] = matches
  return matches.length === 1 && name !== undefined ? {name} : {candidates: matches}
}

/** `Oli` beside `Oliver Scherer:`: the beginning of one single first name, and only where that full name speaks, too. */
function shortForm(key: string, {speaking}: Names): Resolution {
  if (key.length < 3 || key.includes(' ') || speaking.length > 200) return {}
  const matches = new Set(speaking.filter((name) => nameKey(name).startsWith(key)))
  return matches.size === 1 ? only([...matches]) : {}
}

/**
 * Says whom each speaker label stands for: people of the show, full names in the transcript itself, declared aliases, and
 * `map` (label -> name, for a diariser's `SPEAKER_00`). What is not certain stays a label: a wrong name is worse than none.
 * Problems: two people of one first name; a slip of the pen that was read as the name it must be.
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
  // A name that the reader of the format knew already (a voice tag, a JSON field) is not taken away.
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
