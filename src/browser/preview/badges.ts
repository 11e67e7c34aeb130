import type {HeldBackLink} from '../../preview/previewed-show.ts'
import {make, selectAll} from '../page/elements.ts'

/** Says which episodes nobody else sees yet: beside their titles, and beside each link to them. `site` is the path of the site. */
export function showBadges(heldBack: readonly HeldBackLink[], site: string): void {
  for (const badge of selectAll('.castwright-live')) badge.remove()
  for (const episode of heldBack) {
    const path = site + episode.path
    const add = (element: Element) => element.append(' ', badgeOf(episode))
    if (location.pathname === path) selectAll('main h1').forEach(add)
    selectAll<HTMLAnchorElement>('main a[href]')
      .filter((link) => link.pathname === path && link.origin === location.origin && link.hash === '')
      // The pages of the preview itself say it in their own way.
      .filter((link) => !link.closest('.castwright-own'))
      .forEach(add)
  }
}

function badgeOf({state, at}: HeldBackLink): HTMLElement {
  const badge = make('b', {class: 'castwright-badge castwright-live'}, state)
  if (at) badge.title = `due ${new Date(at).toLocaleString()}`
  return badge
}
