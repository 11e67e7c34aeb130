import {selectAll} from '../page/elements.ts'

/** Where the reader is on a page, and where the players are. */
type Sight = {
  readonly path: string
  readonly y: number
  /** The first text in sight, and how far it is from the top: what is above may have grown. */
  readonly block?: {readonly text: string; readonly top: number}
  readonly media: readonly {readonly seconds: number; readonly isPaused: boolean}[]
}

const key = 'castwright-preview'

/** Keeps the place for the moment in which the page is loaded again. */
export function keepSight(): void {
  const media = players().map(({currentTime, paused}) => ({seconds: currentTime, isPaused: paused}))
  const block = scrollY > 0 ? blocks().find(isInSight) : undefined
  const kept = block && {text: block.textContent, top: block.getBoundingClientRect().top}
  const sight: Sight = {path: location.pathname, y: scrollY, media, ...(kept && {block: kept})}
  sessionStorage.setItem(key, JSON.stringify(sight))
}

export function restoreSight(): void {
  const kept: Sight | null = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  sessionStorage.removeItem(key)
  if (kept?.path !== location.pathname) return
  const block = blocks().find(({textContent}) => textContent === kept.block?.text)
  const top = block && kept.block ? scrollY + block.getBoundingClientRect().top - kept.block.top : kept.y
  scrollTo({top, behavior: 'instant'})
  for (const [at, player] of players().entries()) {
    const {seconds, isPaused} = kept.media[at] ?? {seconds: 0, isPaused: true}
    if (seconds > 0 || !isPaused) player.currentTime = seconds
    if (!isPaused) player.play().catch(() => {})
  }
}

function players(): readonly HTMLMediaElement[] {
  return selectAll<HTMLMediaElement>('audio, video')
}

/** The player is no place in the text: it stays in sight. */
function blocks(): readonly HTMLElement[] {
  const texts = selectAll('main :is(h1, h2, h3, p, li, dt, td, pre, blockquote)')
  return texts.filter((each) => !each.closest('.player'))
}

function isInSight(block: HTMLElement): boolean {
  return block.getBoundingClientRect().bottom > 0 && block.textContent.trim() !== ''
}
