import type {CueDraft} from '../../cue-drafts.ts'

/**
 * What was heard on one channel of a recording. `name` is its number or its name. It is `undefined` where the recording has only
 * one channel.
 */
export type AudioChannel = {readonly name: string | undefined; readonly drafts: readonly CueDraft[]}

/** When one voice is on both sides of a stereo recording, services do not hear both sides alike to the millisecond. */
const toleranceInSeconds = 2

/**
 * The channels of a recording as one text in the order of time. Where each speaker has a channel, the channel stands for the
 * speaker. A channel that repeats another one is left out, because services hear the sides of a stereo recording apart.
 */
export function draftsOfChannels(channels: readonly AudioChannel[]): CueDraft[] {
  const heard: AudioChannel[] = []
  for (const channel of channels)
    if (channel.drafts.length > 0 && !heard.some((other) => isCopy(channel, other))) heard.push(channel)
  if (heard.length < 2) return [...(heard[0]?.drafts ?? [])]
  return heard
    .flatMap(({name, drafts}) => drafts.map((draft) => withChannel(draft, name)))
    .sort((one, other) => (one.startInSeconds ?? 0) - (other.startInSeconds ?? 0))
}

function withChannel(draft: CueDraft, name: string | undefined): CueDraft {
  return draft.speaker !== undefined || name === undefined ? draft : {...draft, speaker: `Channel ${name}`}
}

/** A channel is a copy if half of its captions have the same words at the same time as captions of the other one. */
function isCopy({drafts}: AudioChannel, other: AudioChannel): boolean {
  const starts = new Map<string, number[]>()
  for (const {text, startInSeconds} of other.drafts) {
    const key = wordsOf(text)
    starts.set(key, [...(starts.get(key) ?? []), startInSeconds ?? 0])
  }
  const same = drafts.filter(({text, startInSeconds = 0}) =>
    starts.get(wordsOf(text))?.some((start) => Math.abs(start - startInSeconds) <= toleranceInSeconds),
  )
  return same.length * 2 >= drafts.length
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Groups objects by the value of the member that names a channel. Channels stand in the order in which they first occur. */
export function byChannel<T>(
  items: readonly T[],
  nameOf: (item: T) => string | undefined,
): Map<string | undefined, T[]> {
  const groups = new Map<string | undefined, T[]>()
  for (const item of items) {
    const group = groups.get(nameOf(item))
    if (group) group.push(item)
    else groups.set(nameOf(item), [item])
  }
  return groups
}
