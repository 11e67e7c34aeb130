import type {Authored, ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, quotedAuthored, scalarKind} from '../../tags/kinds/value-kinds.ts'
import {email, urlOrPath} from '../../tags/kinds/value-texts.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

export type AuthoredLink = {readonly text: string; readonly url: string}

/** Show notes may lead to a mail address, as every page may. */
const noteLink: ValueKind<string> = scalarKind(
  'web address, path or mail address',
  {type: 'string'},
  (value, timeZone) => {
    const address = /^mailto:([^?]*)/i.exec(value)?.[1]
    if (address === undefined) return urlOrPath.read(value, {timeZone})
    const reading = email.read(address, {timeZone})
    return 'value' in reading ? {value} : reading
  },
)

/** Links for the show notes: `[{text, url}]`, a list of addresses, or `{Spotify: https://…}`. */
export const linkList: ValueKind<readonly AuthoredLink[]> = {
  name: 'list of links',
  jsonSchema: {anyOf: [{type: 'string'}, {type: 'array', items: {type: ['string', 'object']}}, {type: 'object'}]},
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    const links: AuthoredLink[] = []
    const leftOut: Wrong[] = []
    for (const {text, url, at} of writtenLinks(authored)) {
      if (url === null || isAbsent(url)) continue
      const reading = noteLink.read(url, context)
      if ('wrong' in reading) leftOut.push({...reading, wrong: `has a link that ${reading.wrong}`, at})
      if ('value' in reading) links.push({text: text ?? reading.value.replace(/^mailto:/i, ''), url: reading.value})
    }
    if (links.length === 0) return leftOut[0] ?? {wrong: `is ${quotedAuthored(authored)}, but has no link in it`}
    return leftOut.length === 0 ? {value: links} : {value: links, leftOut}
  },
}

type WrittenLink = {readonly text?: string; readonly url: Authored; readonly at: readonly string[]}

function writtenLinks(authored: Authored): readonly WrittenLink[] {
  if (!Array.isArray(authored)) return writtenLink(authored)
  return authored.flatMap((each, index) =>
    writtenLink(each).map((link) => ({...link, at: [String(index), ...link.at]})),
  )
}

const urlKeys = ['url', 'link', 'href', 'uri']

/** A map without an address under one of these keys has an address under each of its keys, which are the texts. */
function writtenLink(authored: Authored): readonly WrittenLink[] {
  if (!isAuthoredMap(authored)) return [{url: authored, at: []}]
  const key = urlKeys.find((each) => Object.hasOwn(authored, each))
  if (key === undefined) return Object.entries(authored).map(([text, url]) => ({text, url, at: [text]}))
  const text = [authored.text, authored.title, authored.name, authored.label].find(
    (each) => typeof each === 'string' && each !== '',
  )
  const link = {url: authored[key] ?? null, at: [key]}
  return [typeof text === 'string' ? {text, ...link} : link]
}
