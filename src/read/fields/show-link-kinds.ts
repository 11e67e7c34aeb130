import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {appLinks} from '../../model/app-links.ts'
import type {ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, quotedAuthored} from '../../tags/kinds/value-kinds.ts'
import {objectOf} from '../../tags/kinds/value-shapes.ts'
import {languageTag, webUrl} from '../../tags/kinds/value-texts.ts'
import {editBaseOf} from '../../text/addresses/edit-address.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

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
      if ('wrong' in language) leftOut.push({...language, at: [key], isKey: true})
      if ('wrong' in url) leftOut.push({...url, at: [key]})
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
