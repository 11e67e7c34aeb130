import {make} from '../page/elements.ts'
import {placeBelow, selectedWords} from '../page/selection.ts'

/** Below the button that copies the words (`src/browser/player/quote.ts`). */
const distanceInPixels = 52

/** A link below selected words to their line in the repository of the show, where somebody can mend them. */
export function offerMending(): void {
  const link = make('a', {class: 'tool mend'})
  document.addEventListener('selectionchange', () => {
    link.remove()
    const selected = selectedWords()
    const line = selected?.element.closest<HTMLElement>('[data-edit] [data-line]')
    const file = line?.closest<HTMLElement>('[data-edit]')
    if (!selected || !line || !file) return
    link.href = `${file.dataset.edit}#L${line.dataset.line}`
    link.textContent = `✎ ${file.dataset.mend}`
    placeBelow(link, selected, distanceInPixels)
    document.body.append(link)
  })
}
