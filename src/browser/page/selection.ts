/** The words that the reader has selected. */
export type SelectedWords = {
  readonly text: string
  /** The element in which they begin. */
  readonly element: Element
  readonly range: Range
}

export function selectedWords(): SelectedWords | undefined {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  const {startContainer} = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  return element === null ? undefined : {text: String(selection).trim(), element, range}
}

const widestInPixels = 300

/** Puts a button that floats over the page below the words that it is about, and not beyond the edge of the window. */
export function placeBelow(floating: HTMLElement, {range}: SelectedWords, distanceInPixels: number): void {
  const {bottom, left} = range.getBoundingClientRect()
  floating.style.top = `${scrollY + bottom + distanceInPixels}px`
  floating.style.left = `${Math.max(8, Math.min(left, innerWidth - widestInPixels))}px`
}
