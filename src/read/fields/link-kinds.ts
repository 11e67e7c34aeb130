import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {appLinks} from '../../model/app-links.ts'
import type {Authored, ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, quotedAuthored, scalarKind} from '../../tags/kinds/value-kinds.ts'
import {objectOf} from '../../tags/kinds/value-shapes.ts'
import {email, languageTag, urlOrPath, webUrl} from '../../tags/kinds/value-texts.ts'
import {editBaseOf} from '../../text/addresses/edit-address.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

export type AuthoredLink = {readonly text: string; readonly url: string}

const hint = 'Write {text: The timetable, url: https://example.org/timetable}'

/** Show notes may lead to a mail address, as every page may. */
const noteLink: ValueKind<string> = scalarKind(
  'web address, path or mail address',
  {type: 'string'},
  (value, timeZone) => {
    const address = /^mailto:([^?]*)/i.exec(value)?.[1]
    // As a path, words would be a link that leads to nothing.
    if (/^[^/.#]+\s[^/.#]*$/.test(value.trim())) return {wrong: `is "${value.slice(0, 80)}", which is no address`, hint}
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
      if (url === undefined) leftOut.push({wrong: 'has a link without an address', hint, at})
      if (url === undefined || url === null || isAbsent(url)) continue
      const reading = noteLink.read(url, context)
      if ('wrong' in reading) leftOut.push({...reading, wrong: `has a link that ${reading.wrong}`, at})
      if ('value' in reading) links.push({text: text ?? reading.value.replace(/^mailto:/i, ''), url: reading.value})
    }
    if (links.length === 0) return leftOut[0] ?? {wrong: `is ${quotedAuthored(authored)}, but has no link in it`}
    return leftOut.length === 0 ? {value: links} : {value: links, leftOut}
  },
}

/** A map that has a text and no address has no `url`. */
type WrittenLink = {readonly text?: string; readonly url?: Authored; readonly at: readonly string[]}

function writtenLinks(authored: Authored): readonly WrittenLink[] {
  if (!Array.isArray(authored)) return writtenLink(authored)
  return authored.flatMap((each, index) =>
    writtenLink(each).map((link) => ({...link, at: [String(index), ...link.at]})),
  )
}

const urlKeys = ['url', 'link', 'href', 'uri']
const textKeys = ['text', 'title', 'name', 'label']

/** A map without an address under one of these keys has an address under each of its keys, which are the texts. */
function writtenLink(authored: Authored): readonly WrittenLink[] {
  if (!isAuthoredMap(authored)) return [{url: authored, at: []}]
  const key = urlKeys.find((each) => Object.hasOwn(authored, each))
  if (key === undefined && textKeys.some((each) => isPlainText(authored[each]))) return [{at: []}]
  if (key === undefined) return Object.entries(authored).map(([text, url]) => ({text, url, at: [text]}))
  const text = textKeys.map((each) => authored[each]).find((each) => typeof each === 'string' && each !== '')
  const link = {url: authored[key] ?? null, at: [key]}
  return [typeof text === 'string' ? {text, ...link} : link]
}

/** Text that nobody means as an address, as an address may stand for a link that is called `Title`. */
function isPlainText(value: Authored | undefined): boolean {
  return typeof value === 'string' && value !== '' && !/[:/.]/.test(value)
}

const pageOrNone: ValueKind<AbsoluteUrl | 'none'> = {
  name: `${webUrl.name}, or none`,
  jsonSchema: {anyOf: [webUrl.jsonSchema, {enum: ['none']}]},
  read: (authored, context) => (authored === 'none' ? {value: 'none'} : webUrl.read(authored, context)),
}

const map = objectOf(Object.fromEntries(appLinks.map(({name}) => [name, {kind: pageOrNone}])))

/** The page of the show in each directory, by the name of the app. */
export const appLinkMap: ValueKind<ReadonlyMap<string, AbsoluteUrl | 'none'>> = {
  name: 'map of apps to web addresses',
  jsonSchema: map.jsonSchema,
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    const reading = map.read(authored, context)
    if (!('value' in reading)) return reading
    const given = Object.entries(reading.value).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    return {...reading, value: new Map(given)}
  },
}

/** Where the same is in other languages: language tags with web addresses. */
export const translationMap: ValueKind<ReadonlyMap<string, AbsoluteUrl>> = {
  name: 'map of languages to web addresses',
  jsonSchema: {type: 'object', additionalProperties: {type: 'string', format: 'uri'}},
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    if (!isAuthoredMap(authored))
      return {wrong: `is ${quotedAuthored(authored)}, but must be a map`, hint: 'Write {de: https://example.org/de/}'}
    const found = new Map<string, AbsoluteUrl>()
    const leftOut: Wrong[] = []
    for (const [key, address] of Object.entries(authored)) {
      const [language, url] = [languageTag.read(key, context), webUrl.read(address, context)]
      if ('wrong' in language)
        leftOut.push({...language, wrong: `has a key that ${language.wrong}`, at: [key], isKey: true})
      if ('wrong' in url) leftOut.push({...url, wrong: `${key} ${url.wrong}`, at: [key]})
      if ('value' in language && 'value' in url) found.set(language.value, url.value)
    }
    return leftOut.length === 0 ? {value: found} : {value: found, leftOut}
  },
}

/** Where the files of the show are edited in the browser. */
export const editableFolder: ValueKind<string> = {
  name: 'web address of the folder at GitHub, GitLab, Codeberg or Gitea',
  jsonSchema: {type: 'string', format: 'uri'},
  read: (authored, context) => {
    const url = webUrl.read(authored, context)
    if (!('value' in url)) return url
    const editBase = editBaseOf(url.value)
    if (editBase !== undefined) return {...url, value: editBase}
    return {
      wrong: `is ${quotedAuthored(authored)}, which is no folder at GitHub, GitLab, Codeberg or Gitea`,
      hint: 'Open the folder of show.yaml there, and copy its address: https://github.com/mara/night-trains/tree/main/show',
    }
  },
}
