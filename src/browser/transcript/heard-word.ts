import {select} from '../page/elements.ts'

/**
 * When each word is heard, as `src/pages/episode/word-times.ts` writes it: by the start of a caption, pairs of a place in its text and of
 * hundredths of a second.
 */
type WordTimes = Readonly<Record<string, readonly number[]>>

type HeardWord = {readonly caption: HTMLElement; readonly from: number; readonly to: number}

const highlightName = 'heard-word'

/** Marks the word that is heard, where its times are known. They are loaded when somebody plays. */
export function markHeardWords(): void {
  const transcript = select('.transcript [data-words]')
  const media = select<HTMLMediaElement>('.player audio, .player video')
  // https://www.w3.org/TR/css-highlight-api-1/
  if (!transcript || !media || !('Highlight' in globalThis)) return
  let times: WordTimes = {}
  const load = async () => {
    const answer = await fetch(transcript.dataset.words ?? '')
    times = await answer.json()
  }
  let before: HeardWord | undefined
  const draw = () => {
    if (!media.paused) requestAnimationFrame(draw)
    const word = wordAt(media.currentTime, select('[aria-current]', transcript), times)
    if (word?.caption === before?.caption && word?.from === before?.from) return
    before = word
    CSS.highlights.delete(highlightName)
    const range = word && rangeOf(word)
    if (range && !range.collapsed) CSS.highlights.set(highlightName, new Highlight(range))
  }
  // Without times, captions are marked as wholes.
  media.addEventListener('play', () => void load().catch(() => {}), {once: true})
  media.addEventListener('play', draw)
}

function wordAt(seconds: number, caption: HTMLElement | null, times: WordTimes): HeardWord | undefined {
  if (!caption) return undefined
  const start = Number(caption.dataset.start)
  const pairs = times[Math.round(start * 10) / 10] ?? []
  let found: HeardWord | undefined
  for (let at = 0; at < pairs.length; at += 2) {
    const [from = 0, hundredths = 0, to = Number.POSITIVE_INFINITY] = pairs.slice(at, at + 3)
    if (start + hundredths / 100 > seconds) break
    found = {caption, from, to}
  }
  return found
}

/** The word in the text of the caption. What stands in it that nobody says, a time, does not count. */
function rangeOf({caption, from, to}: HeardWord): Range {
  const walker = document.createTreeWalker(caption, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (node.parentElement?.closest('.time, [href^="#t="]')) continue
    const text = at === 0 ? node.data.trimStart() : node.data
    const skipped = node.data.length - text.length
    if (from >= at && from < at + text.length) range.setStart(node, skipped + from - at)
    if (from < at + text.length && to > at) range.setEnd(node, skipped + Math.min(to - at, text.length))
    at += text.length
  }
  while (range.endOffset > 1 && range.toString().endsWith(' ')) range.setEnd(range.endContainer, range.endOffset - 1)
  return range
}
