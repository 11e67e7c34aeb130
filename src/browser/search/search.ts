/**
 * The search of the pages. Nothing is fetched before somebody goes to its field. It is independent of the player: each works
 * without the other.
 */
import {selectAll} from '../page/elements.ts'
import {wordsIn} from './asked-words.ts'
import {filesOfIndex, type IndexFiles} from './index-files.ts'
import {type IndexedEpisode, playIfAsked, resultOf} from './result.ts'
import {openBy, type SearchDialog, type SearchWords, searchDialog} from './search-dialog.ts'
import {hitsOf, type IndexedSeason} from './search-index.ts'

const mostResults = 30
const pauseInMilliseconds = 120
const seasonsPath = 'search/seasons.json'

function begin(buttons: readonly HTMLButtonElement[], root: string, words: SearchWords): void {
  const shown = searchDialog(words)
  const {input, said} = shown
  openBy(buttons, shown)
  const files = filesOfIndex(root)
  const search = searcher(shown, files, root, words)
  const nothingFound = () => {
    said.textContent = words.noResult
  }
  let waiting: ReturnType<typeof setTimeout>
  input.oninput = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => search().catch(nothingFound), pauseInMilliseconds)
  }
  // So that it is there when the first word is.
  input.onfocus = () => files.json(seasonsPath).catch(() => {})
}

/** Looks for what is in the field. Results of one season come while the next one is still looked up. */
function searcher(shown: SearchDialog, files: IndexFiles, root: string, {noResult}: SearchWords): () => Promise<void> {
  const {dialog, input, said, list} = shown
  const onChoice = () => dialog.close()
  const inSight = actWhenSeen(dialog)
  let turn = 0
  return async () => {
    turn += 1
    const mine = turn
    const words = [...new Set(wordsIn(input.value))]
    list.replaceChildren()
    said.textContent = ''
    if (words.length === 0) return
    for (const season of await files.json<readonly IndexedSeason[]>(seasonsPath)) {
      const [episodes, hits] = await Promise.all([
        files.json<readonly IndexedEpisode[]>(`search/${season[0]}/episodes.json`),
        hitsOf(files, season, words),
      ])
      // Somebody has typed on.
      if (mine !== turn) return
      for (const hit of hits.slice(0, mostResults - list.childElementCount)) {
        const episode = episodes[hit.at]
        if (episode === undefined) continue
        const {element, makeExact} = resultOf(episode, hit, {files, root, words, onChoice})
        list.append(element)
        inSight(element, makeExact)
      }
      if (list.childElementCount >= mostResults) return
    }
    if (list.childElementCount === 0) said.textContent = noResult
  }
}

/** Acts once for each element, when it comes into sight within another one. */
function actWhenSeen(root: Element): (element: Element, act: () => Promise<void>) => void {
  const acts = new WeakMap<Element, () => Promise<void>>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const {isIntersecting, target} of entries) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        // The minute stays.
        acts
          .get(target)?.()
          .catch(() => {})
      }
    },
    {root},
  )
  return (element, act) => {
    acts.set(element, act)
    observer.observe(element)
  }
}

const buttons = selectAll<HTMLButtonElement>('button[data-search]')
const {search, root} = buttons[0]?.dataset ?? {}
// A page that was opened as a file may fetch nothing.
if (search !== undefined && /^https?:/.test(location.protocol)) {
  begin(buttons, root ?? '', JSON.parse(search))
  playIfAsked()
}
