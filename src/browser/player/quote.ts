import {toolButton} from '../page/elements.ts'
import {placeBelow, selectedWords} from '../page/selection.ts'
import {clockOf} from '../page/times.ts'
import type {Playback} from './playback.ts'

/** A button below selected words of the transcript, which copies them with their time and a link to it. */
export function offerQuotes({box, words}: Playback): void {
  const label = `❝ ${words.quote}`
  const button = toolButton('quote', words.quote, label)
  button.hidden = true
  document.body.append(button)
  let quote = ''
  document.addEventListener('selectionchange', () => {
    const selected = selectedWords()
    const spoken = selected?.element.closest<HTMLElement>('.transcript [data-start]')
    button.hidden = !spoken
    if (!selected || !spoken) return
    button.textContent = label
    placeBelow(button, selected, 8)
    const seconds = Number(spoken.dataset.start)
    const address = `${location.href.split('#')[0]}#t=${Math.floor(seconds)}`
    quote = `“${selected.text}”\n— ${box.dataset.title || document.title}, ${clockOf(seconds)}\n${address}`
  })
  // A button that takes the focus ends the selection.
  button.onpointerdown = (event) => event.preventDefault()
  button.onclick = async () => {
    // There is none on a page without TLS, and readers may forbid it.
    await navigator.clipboard?.writeText(quote)
    button.textContent = words.copied
  }
}
