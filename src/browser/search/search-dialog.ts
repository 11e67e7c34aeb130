import {elementOf, isModified, isTyped, make, select, selectAll} from '../page/elements.ts'

/** What the button of the search says of it, in the language of the page (`src/pages/search-button.ts`). */
export type SearchWords = {
  readonly search: string
  readonly searchHint: string
  readonly noResult: string
  readonly close: string
}

export type SearchDialog = {
  readonly dialog: HTMLDialogElement
  readonly input: HTMLInputElement
  /** Says that nothing was found. */
  readonly said: HTMLElement
  readonly list: HTMLElement
}

/** The dialog. The script makes it, because without a script nothing could be found. */
export function searchDialog(words: SearchWords): SearchDialog {
  const input = make('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.searchHint,
    autocomplete: 'off',
    enterkeyhint: 'search',
    dir: 'auto',
  })
  const close = make('button', {type: 'button', class: 'tool', 'aria-label': words.close}, '×')
  const said = make('p', {class: 'said', role: 'status'})
  const list = make('ol')
  const ask = make('div', {class: 'ask'}, input, close)
  const dialog = make('dialog', {class: 'search', 'aria-label': words.search}, ask, said, list)
  close.onclick = () => dialog.close()
  dialog.onclick = ({target}) => {
    // Its content fills it, so this is the page behind it.
    if (target === dialog) dialog.close()
  }
  dialog.addEventListener('keydown', (event) => moveByKeys(event, input, list))
  document.body.append(dialog)
  return {dialog, input, said, list}
}

/** The buttons of the page and the key `/` open it. */
export function openBy(buttons: readonly HTMLButtonElement[], {dialog, input}: SearchDialog): void {
  const open = () => {
    if (!dialog.open) dialog.showModal()
    input.select()
  }
  for (const button of buttons) {
    button.hidden = false
    button.onclick = open
  }
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || isModified(event) || isTyped(event) || elementOf(event)?.closest('dialog')) return
    event.preventDefault()
    open()
  })
}

/** Arrows go from the field through the results, and Enter in the field takes the first one. */
function moveByKeys(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const stops: readonly (HTMLElement | null)[] = [input, ...selectAll('a', list)]
  const here = stops.indexOf(select(':focus'))
  if (event.key === 'ArrowDown') stops[here + 1]?.focus()
  else if (event.key === 'ArrowUp') stops[here - 1]?.focus()
  else if (event.key === 'Enter' && here === 0 && stops[1]) stops[1].click()
  else return
  event.preventDefault()
}
