import type {DeckParts} from './deck-parts.ts'
import type {Playback} from './playback.ts'

/** Out of sight, the controls go to the foot of the window. Their place stays, so nothing moves. */
export function dockWhenPassed({box}: Playback, {deck}: DeckParts): void {
  const observer = new IntersectionObserver((entries) => {
    const entry = entries[entries.length - 1]
    if (entry === undefined) return
    const isPassed = !entry.isIntersecting && entry.boundingClientRect.top < 0
    if (isPassed === deck.classList.contains('docked')) return
    if (isPassed) box.style.minHeight = `${box.offsetHeight}px`
    // They go and come: what moves counts as a jump of the page (https://web.dev/articles/cls).
    deck.style.display = 'none'
    deck.classList.toggle('docked', isPassed)
    void box.offsetHeight
    deck.style.display = ''
  })
  observer.observe(box)
}
