import {type PackedText, packedText} from './packed-text.ts'
import type {SourceEpisode} from './source-show.ts'

type Facts = Pick<SourceEpisode, 'fields' | 'media' | 'files' | 'unknown'>
type Holder = {readonly [packed]: PackedText}

const packed = Symbol('packed')

/**
 * The same episode, with most of its facts held as bytes, which are read when a fact is asked for. As objects, the facts of a feed of
 * 100,000 items would take a quarter of a gigabyte, and the collector of garbage would go over them again and again.
 */
export function packedEpisode({fields, media, files, unknown, ...others}: SourceEpisode): SourceEpisode {
  const facts: Facts = {fields, media, files, unknown}
  Object.defineProperty(others, packed, {value: packedText(JSON.stringify(facts))})
  return Object.defineProperties(others, accessors) as SourceEpisode
}

/** The same functions for all episodes: with functions of its own, an episode would take as much as before. */
const accessors = Object.fromEntries(
  (['fields', 'media', 'files', 'unknown'] as const).map((name) => [name, accessor(name)]),
)

function accessor(name: keyof Facts): PropertyDescriptor & ThisType<Holder> {
  return {
    enumerable: true,
    get() {
      return factsOf(this)[name]
    },
  }
}

/** Who asks for one fact soon asks for another one. */
let unpacked: {readonly of: PackedText; readonly facts: Facts} | undefined

function factsOf(holder: Holder): Facts {
  const text = holder[packed]
  if (unpacked?.of !== text) unpacked = {of: text, facts: JSON.parse(text())}
  return unpacked.facts
}
