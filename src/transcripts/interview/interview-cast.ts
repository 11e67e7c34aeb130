import type {Person} from '../../model/person.ts'
import type {Problem} from '../../model/problem.ts'
import {blockText, links} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {cleanLabel, isNoPerson, looksLikeName} from '../speakers/speaker-labels.ts'
import {isRoleLabel, nameKey} from '../speakers/speakers.ts'
import {type AuthorCard, inferred} from './facts-from-body.ts'

/** The people who take part in an interview, as the article itself names them. */
export type Cast = {
  readonly host?: Person
  /** Whether the text itself presents the host (`I'm your host, …`). Then it is from a conversation and not from a questionnaire. */
  readonly hostIsPresented: boolean
  readonly guests: readonly Person[]
  /** Whom a label means. `undefined` for `Background`, `Fun Fact` and other bold words that are nobody's name. */
  readonly roleOf: (label: string) => 'host' | 'guest' | undefined
  readonly problems: readonly Problem[]
}

export type CastSources = {
  readonly title?: string
  /** People of the show and of the front matter. */
  readonly people: readonly Person[]
  readonly author?: AuthorCard
  /** What stands above the first question. */
  readonly intro: readonly Block[]
  /** Each label at the start of a paragraph -> how often it occurs. */
  readonly labelCounts: ReadonlyMap<string, number>
}

/** A dot belongs to a name only after a few letters: `J.`, `Dr.`. At the end of a sentence it does not belong to the name. */
const capital = String.raw`\p{Lu}(?:\p{Ll}{0,2}\.|[\p{L}\p{M}'’-]*)`
const particle = '(?:van|von|de|der|den|la|le|da|di|del|bin|al)'
const nameSequence = `${capital}(?: (?:${particle} )?${capital}){0,3}`
const selfIntroduction = new RegExp(
  String.raw`(?:\b(?:I['’]?m|I am|my name is|this is) (?:your|the) (?:co-?)?host,? |\b(?:your|the) host(?: is|,) |\bhosted by )(${nameSequence})`,
  'u',
)
const honorific = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? /
const nameInText = new RegExp(nameSequence, 'gu')
/** `Margaret Mitchell (Meg for short)`. The `](…)` of a link may already be removed. */
const nickname = new RegExp(String.raw`(${nameSequence}) \((?:or )?(${capital}) for short\)`, 'gu')

type Named = {
  readonly name: string
  readonly line: number | undefined
  readonly url?: string
  readonly aliases: readonly string[]
}

/**
 * The cast of an interview. The host introduces themselves (`I'm your host, …`), or is a host of the show, or signs the article. A
 * label belongs to a guest if the title, the introduction or the show knows a person of that name or first name. It also does if a
 * word that looks like a name labels three or more paragraphs. Nobody else speaks.
 */
export function findCast(sources: CastSources): Cast {
  const texts = sources.intro.map((block) => ({text: blockText(block.token), block}))
  const host = findHost(sources, texts)
  let found: readonly Named[] | undefined
  // Looked for only where a label means nobody whom the show and the front matter name, as few labels do.
  const named = () => {
    found ??= namedPeople(sources, texts)
    return found
  }
  const guests: Person[] = []
  const problems: Problem[] = host === undefined ? [] : hostProblems(host)
  const hostKeys = new Set(host === undefined ? [] : keysOf(host.person))
  const guestKeys = new Set<string>()
  for (const [label, count] of sources.labelCounts) {
    if (hostKeys.has(nameKey(label)) || !looksLikeName(label) || isNoPerson(label)) continue
    const guest = guestFor(label, count, sources.people, named)
    if (guest === undefined) continue
    guestKeys.add(nameKey(label))
    if (guests.some((each) => nameKey(each.name) === nameKey(guest.person.name))) continue
    guests.push(guest.person)
    if (!sources.people.includes(guest.person)) {
      problems.push(inferred(guest.line, `${guest.person.name} is taken for a guest`, `guests: [${guest.person.name}]`))
    }
  }
  // `roleOf` is called for every paragraph, but always with the same few labels. So their roles are found once.
  const roles = new Map<string, 'host' | 'guest'>()
  for (const label of sources.labelCounts.keys()) {
    const key = nameKey(label)
    if (hostKeys.has(key)) roles.set(label, 'host')
    else if (guestKeys.has(key)) roles.set(label, 'guest')
  }
  const roleOf = (label: string): 'host' | 'guest' | undefined => {
    const role = roles.get(label)
    if (role !== undefined) return role
    const key = nameKey(label)
    return hostKeys.has(key) ? 'host' : guestKeys.has(key) ? 'guest' : undefined
  }
  return {
    hostIsPresented: host?.presented === true,
    guests,
    roleOf,
    problems,
    ...(host === undefined ? {} : {host: host.person}),
  }
}

type HostFound = {
  readonly person: Person
  readonly presented?: true
  readonly inferredFrom?: {readonly line: number; readonly how: string}
}
type IntroText = {readonly text: string; readonly block: Block}

function findHost({people, author}: CastSources, texts: readonly IntroText[]): HostFound | undefined {
  const hosts = people.filter((person) => /^(?:co-|guest )?host$/i.test(person.role))
  for (const {text, block} of texts) {
    const name = selfIntroduction.exec(text)?.[1]
    if (name === undefined) continue
    const known = people.find((person) => nameKey(person.name) === nameKey(name))
    if (known !== undefined) return {person: known, presented: true}
    const inferredFrom = {line: block.line, how: 'is presented as the host'}
    return {person: hostPerson(name, author), presented: true, inferredFrom}
  }
  if (hosts.length === 1 && hosts[0] !== undefined) return {person: hosts[0]}
  if (hosts.length > 1 || author === undefined) return undefined
  return {
    person: hostPerson(author.name, author),
    inferredFrom: {line: author.line, how: 'signs the article and is taken for the host'},
  }
}

function hostPerson(name: string, author: AuthorCard | undefined): Person {
  const card = author !== undefined && nameKey(author.name) === nameKey(name) ? author : undefined
  return {
    name,
    role: 'Host',
    group: 'Cast',
    ...(card?.image === undefined ? {} : {image: card.image}),
    ...(card?.handle === undefined ? {} : {aliases: [card.handle]}),
  }
}

function hostProblems({person, inferredFrom}: HostFound): Problem[] {
  if (inferredFrom === undefined) return []
  return [inferred(inferredFrom.line, `${person.name} ${inferredFrom.how}`, `hosts: [${person.name}]`)]
}

/** Names under which labels may mean a person: the whole name, its first word, and the person's other names. */
function keysOf(person: Pick<Person, 'name' | 'aliases'>): string[] {
  const key = nameKey(person.name)
  return [key, key.split(' ')[0] ?? key, ...(person.aliases ?? []).map(nameKey)]
}

function namedPeople({title}: CastSources, texts: readonly IntroText[]): Named[] {
  const named: Named[] = []
  for (const {text, block} of texts) {
    const nicknames = nicknamesIn(text)
    const withNickname = (name: string): readonly string[] => {
      const short = nicknames.get(nameKey(name))
      return short === undefined ? [] : [short]
    }
    for (const link of links(block.token)) {
      if (link.text.includes(' ') && looksLikeName(link.text) && cleanLabel(link.text) === link.text) {
        named.push({name: link.text, line: block.line, url: link.href, aliases: withNickname(link.text)})
      }
    }
    for (const [match] of text.matchAll(nameInText)) {
      const name = match.replace(honorific, '')
      if (name.includes(' ')) named.push({name, line: block.line, aliases: withNickname(name)})
    }
  }
  for (const [name] of (title ?? '').matchAll(nameInText))
    if (name.includes(' ')) named.push({name, line: undefined, aliases: []})
  return named
}

function nicknamesIn(text: string): ReadonlyMap<string, string> {
  if (!text.includes(' for short)')) return new Map()
  return new Map([...text.matchAll(nickname)].map((match) => [nameKey(match[1] ?? ''), match[2] ?? '']))
}

type GuestFound = {readonly person: Person; readonly line?: number}

function guestFor(
  label: string,
  count: number,
  people: readonly Person[],
  named: () => readonly Named[],
): GuestFound | undefined {
  const key = nameKey(label)
  const known = people.find((person) => keysOf(person).includes(key))
  if (known !== undefined) return {person: known}
  const match =
    named().find((each) => keysOf(each).includes(key)) ?? named().find((each) => nameKey(each.name).endsWith(` ${key}`))
  if (match === undefined)
    return count >= 3 && !isRoleLabel(label) ? {person: guestPerson(label, {aliases: []})} : undefined
  return {person: guestPerson(match.name, match), ...(match.line === undefined ? {} : {line: match.line})}
}

function guestPerson(
  name: string,
  {url, aliases}: {readonly url?: string; readonly aliases: readonly string[]},
): Person {
  return {
    name,
    role: 'Guest',
    group: 'Cast',
    ...(url !== undefined && /^https?:/.test(url) ? {url} : {}),
    ...(aliases.length > 0 ? {aliases} : {}),
  }
}
