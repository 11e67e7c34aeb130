import {make, select} from '../page/elements.ts'

/** Of `episode-list.json`: the path of the page, and the title. The newest is the first. */
type ListedPage = readonly [path: string, title: string]

/**
 * Finds the episodes before and after this one in the list of all episodes. So the page of an episode need not be made again when
 * another episode comes. The list is asked for when somebody reads near its place.
 */
export function findNeighbours(): void {
  const nav = select('.neighbours[data-list]')
  if (!nav || !/^https?:/.test(location.protocol)) return
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return
      observer.disconnect()
      // Without it, the link to all episodes stays.
      showNeighbours(nav).catch(() => {})
    },
    {rootMargin: '600px'},
  )
  observer.observe(nav)
}

async function showNeighbours(nav: HTMLElement): Promise<void> {
  const answer = await fetch(nav.dataset.list ?? '')
  const list: readonly ListedPage[] = await answer.json()
  const here = list.findIndex(([path]) => path === nav.dataset.path)
  const toAll = nav.firstElementChild
  if (here < 0 || list.length < 2 || !toAll) return
  const link = (name: 'previous' | 'next', page: ListedPage | undefined) => {
    if (page === undefined) return toAll
    const [path, title] = page
    const label = [make('small', {}, nav.dataset[name] ?? ''), make('b', {dir: 'auto'}, title)]
    return make('a', {class: name, href: `${nav.dataset.root}${path}`}, ...label)
  }
  nav.replaceChildren(link('previous', list[here + 1]), link('next', list[here - 1]))
}
