import type {PlayerWords} from '../../words/words-type.ts'
import {elementOf, isModified, isTyped, make} from '../page/elements.ts'
import type {Deck} from './deck.ts'
import type {Playback} from './playback.ts'

type KeyRow = {
  readonly keys: readonly (readonly [key: string, act: () => void])[]
  readonly shown: string
  readonly meaning: string
}

/** What keys do, a row a line of the sheet that tells of them. */
function keyRows({media, words}: Playback, {moves}: Deck, open: () => void): readonly KeyRow[] {
  const mute = () => {
    media.muted = !media.muted
  }
  const [slower, faster] = [() => moves.faster(-1), () => moves.faster(1)]
  // biome-ignore format: a row is easier to read on a line of its own
  return [
    {keys: [[' ', moves.toggle], ['k', moves.toggle]], shown: 'Space / K', meaning: `${words.play} / ${words.pause}`},
    {keys: [['ArrowLeft', moves.back], ['j', moves.back]], shown: '← / J', meaning: words.back},
    {keys: [['ArrowRight', moves.forward], ['l', moves.forward]], shown: '→ / L', meaning: words.forward},
    {keys: [['p', moves.previous], ['n', moves.next]], shown: 'P / N', meaning: words.chapter},
    {keys: [['<', slower], ['>', faster]], shown: '< / >', meaning: words.slower},
    {keys: [['m', mute]], shown: 'M', meaning: words.mute},
    {keys: [['?', open]], shown: '?', meaning: words.keys},
  ]
}

export function listenToKeys(playback: Playback, deck: Deck): void {
  const open = () => sheet.showModal()
  const rows = keyRows(playback, deck, open)
  const sheet = keySheet(rows, playback.words)
  document.body.append(sheet)
  deck.parts.help.onclick = open
  const actions = new Map(rows.flatMap(({keys}) => keys))
  addEventListener('keydown', (event) => {
    if (isModified(event) || event.defaultPrevented || sheet.open || isForElement(event)) return
    const act = actions.get(event.key)
    if (act === undefined) return
    event.preventDefault()
    act()
  })
}

/** Keys that fields, links and the browser's own controls know. */
function isForElement(event: KeyboardEvent): boolean {
  const known = event.key === ' ' ? 'audio, video, a, button, summary' : 'audio, video'
  return isTyped(event) || elementOf(event)?.closest(known) != null
}

function keySheet(rows: readonly KeyRow[], words: PlayerWords): HTMLDialogElement {
  const lines = rows.map(({shown, meaning}) => make('div', {}, make('dt', {}, shown), make('dd', {}, meaning)))
  const close = make('button', {type: 'button', class: 'tool'}, words.close)
  const sheet = make('dialog', {class: 'keys', 'aria-label': words.keys}, make('dl', {}, ...lines), close)
  close.onclick = () => sheet.close()
  return sheet
}
