/** What of a text is not published, because another tool would have replaced it. */
export type LeftOut = {
  readonly kind: LeftOutKind
  /** The first of its kind, as it stands there. */
  readonly written: string
  /** Counted from 1 in the text. */
  readonly line: number
}

export type LeftOutKind =
  | 'a Liquid tag'
  | 'a value of a template'
  | 'a shortcode of Hugo'
  | 'a component of a page'
  | 'a note that Obsidian would embed'
  | 'a query of a note tool'
  | 'a block of another note'
  | 'a comment that is never closed'

/** Collects what is left out of `text`, the first of each kind. */
export function collectLeftOut(text: string): {
  readonly add: (kind: LeftOutKind, written: string, offset: number) => void
  readonly all: () => readonly LeftOut[]
} {
  const found = new Map<LeftOutKind, LeftOut>()
  return {
    add: (kind, written, offset) => {
      if (found.has(kind)) return
      const line = text.slice(0, offset).split('\n').length
      found.set(kind, {kind, written: (written.split('\n')[0] ?? '').slice(0, 80), line})
    },
    all: () => [...found.values()],
  }
}
