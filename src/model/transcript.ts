/** A piece of a cue. Speech is what was said; an event is what was heard or seen; a gap is what nobody could make out. */
export type Span =
  | {
      readonly kind: 'speech'
      readonly text: string
      readonly href?: string
      readonly emphasis?: 'em' | 'strong' | 'code'
    }
  | {readonly kind: 'event'; readonly text: string}
  | {readonly kind: 'gap'; readonly text: string}

/** One word with its own times, where a machine gave them. */
export type TimedWord = {readonly text: string; readonly startInSeconds: number; readonly endInSeconds: number}

/**
 * The smallest piece that is shown at once: a caption, or a paragraph of an edited text.
 * A cue without times is an untimed paragraph.
 */
export type Cue = {
  readonly spans: readonly Span[]
  readonly startInSeconds?: number
  readonly endInSeconds?: number
  /** Where the times come from, if not from the source itself. An `estimated` cue is never offered as a caption. */
  readonly timing?: 'aligned' | 'interpolated' | 'estimated'
  readonly words?: readonly TimedWord[]
  /** `paragraph` where absent. */
  readonly form?: 'paragraph' | 'list-item' | 'quote' | 'code'
  /** Line of the file it was read from, counted from 1. */
  readonly line?: number
}

/**
 * `label` is what the text says ("Lewis"). `name` is the person it stands for ("Lewis Tunstall"), if that is known. It is never
 * guessed.
 */
export type Speaker = {readonly label: string; readonly name?: string}

/** What one speaker says until somebody else does, or until the author starts a new turn. */
export type Turn = {readonly kind: 'turn'; readonly speaker?: Speaker; readonly cues: readonly Cue[]}
/** A heading inside the transcript ("Rapid Fire Questions"). */
export type Section = {
  readonly kind: 'section'
  readonly title: string
  readonly startInSeconds?: number
  readonly line?: number
}
/** Words of the editor about the text ("Transcript lightly edited"), never spoken. */
export type EditorialNote = {readonly kind: 'note'; readonly text: string; readonly line?: number}

export type Transcript = {
  readonly parts: readonly (Turn | Section | EditorialNote)[]
  /** BCP 47, where the source says it. */
  readonly language?: string
}
