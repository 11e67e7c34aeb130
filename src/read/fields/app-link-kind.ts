import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {appLinks} from '../../model/app-links.ts'
import type {ValueKind} from '../../tags/kinds/value-kind.ts'
import {isAbsent, oneOf} from '../../tags/kinds/value-kinds.ts'
import {eitherOf, mapped, objectOf} from '../../tags/kinds/value-shapes.ts'
import {webUrl} from '../../tags/kinds/value-texts.ts'

const pageOrNone: ValueKind<AbsoluteUrl | 'none'> = eitherOf(
  mapped(oneOf(['none']), (): 'none' => 'none'),
  webUrl,
)

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
