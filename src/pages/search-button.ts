import {type Html, html} from '../text/markup/html.ts'
import type {Words} from '../words/words.ts'
import {type LinkBase, pageRoot} from './page-links.ts'

/** Opens the search. Its script shows it, and says what is in `data-search`; without the script nothing could be found. */
export function searchButton(base: LinkBase, {search, searchHint, noResult, controls}: Words): Html {
  const said = JSON.stringify({search, searchHint, noResult, close: controls.close})
  return html`<button class="find" type="button" hidden data-search="${said}" data-root="${pageRoot(base)}">${search}</button>`
}
