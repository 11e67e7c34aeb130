import type {PictureReference} from '../../model/media.ts'
import {present} from '../../model/present.ts'
import type {Authored, Reading, ReadingContext, ValueKind} from '../../tags/kinds/value-kind.ts'
import {integer, isAbsent, quotedAuthored, scalarKind, text} from '../../tags/kinds/value-kinds.ts'
import {checked, listOf, mapped, objectOf} from '../../tags/kinds/value-shapes.ts'
import {mimeType, urlOrPath} from '../../tags/kinds/value-texts.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

/** A picture as its author lists it. If the author does not say what it is for, it may be the cover. */
export type AuthoredPicture = Omit<PictureReference, 'purposes'> & {readonly purposes?: readonly string[]}

const ratio = scalarKind('ratio', {type: 'string', examples: ['16/9']}, (value) => {
  const match = /^(\d{1,5}(?:\.\d{1,3})?)(?:\s*[/:]\s*(\d{1,5}(?:\.\d{1,3})?))?$/.exec(value)
  if (!match) return {wrong: `is ${quotedAuthored(value)}, but must be a ratio`, hint: 'Write 16/9'}
  return {value: match[2] === undefined ? value : `${match[1]}/${match[2]}`}
})

/** Words with blanks or commas between them, or a list. Services write theirs as `vendor/name`. */
const purposes = checked(listOf(text()), (list): Reading<readonly string[]> => {
  const words = list.flatMap((each) => each.toLowerCase().split(/[\s,]+/)).filter((word) => word !== '')
  const wrong = words.find((word) => !/^[a-z\d][\w./-]*$/.test(word))
  if (wrong !== undefined)
    return {
      wrong: `has ${quotedAuthored(wrong)}, which is no word for a purpose`,
      hint: 'Write banner, or [social, canvas]',
    }
  if (words.join(' ').length > 128) return {wrong: 'has more than 128 characters', hint: 'Name fewer purposes'}
  return {value: words}
})

const pictureMap = mapped(
  objectOf({
    url: {kind: urlOrPath, required: true, aliases: ['src', 'file', 'href', 'path', 'location', 'image']},
    alt: {kind: text(), aliases: ['description', 'caption']},
    purpose: {kind: purposes, aliases: ['purposes', 'for']},
    aspectRatio: {kind: ratio, aliases: ['ratio']},
    width: {kind: integer({min: 1})},
    height: {kind: integer({min: 1})},
    type: {kind: mimeType},
  }),
  ({url, alt, purpose = [], aspectRatio, width, height, type}): AuthoredPicture => ({
    location: url,
    purposes: purpose,
    ...present({alt, aspectRatio, widthInPixels: width, heightInPixels: height, mimeType: type}),
  }),
)

const plainPicture = mapped(urlOrPath, (location): AuthoredPicture => ({location}))

const picture: ValueKind<AuthoredPicture> = {
  name: 'picture',
  jsonSchema: {anyOf: [{type: 'string'}, pictureMap.jsonSchema]},
  read: (authored, context) => (isAuthoredMap(authored) ? pictureMap : plainPicture).read(authored, context),
}

const locationKeys = /^(?:url|src|file|href|path|location|image)$/i

/** Pictures beside the cover: maps with `url`, `alt` and `purpose`, or `{banner: banner.jpg, social: card.png}` by purpose. */
export const pictureList: ValueKind<readonly AuthoredPicture[]> = {
  name: 'list of pictures',
  jsonSchema: {anyOf: [picture.jsonSchema, {type: 'array', items: picture.jsonSchema}, {type: 'object'}]},
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    if (!isAuthoredMap(authored) || Object.keys(authored).some((key) => locationKeys.test(key))) {
      return listOf(picture).read(authored, context)
    }
    return readByPurpose(Object.entries(authored), context)
  },
}

function readByPurpose(
  entries: readonly (readonly [string, Authored])[],
  context: ReadingContext,
): Reading<readonly AuthoredPicture[]> {
  const found: AuthoredPicture[] = []
  for (const [purpose, written] of entries) {
    const reading = pictureMap.read(isAuthoredMap(written) ? {...written, purpose} : {url: written, purpose}, context)
    if (isAbsent(written) || 'absent' in reading) continue
    if ('wrong' in reading) return {...reading, wrong: `${purpose} ${reading.wrong}`, at: [purpose]}
    found.push(reading.value)
  }
  return found.length === 0 ? {absent: true} : {value: found}
}
