import {deckScript} from './deck.ts'
import {followScript} from './follow.ts'
import {sessionScript} from './session.ts'
import {timesScript} from './times.ts'

/**
 * Finds the episodes before and after this one in the list of all episodes. So the page of an episode need not be made again when
 * another episode comes.
 */
const neighboursScript = `
const neighbours = (nav) =>
  fetch(nav.dataset.list).then((answer) => answer.json()).then((list) => {
    const all = nav.firstElementChild
    const here = list.findIndex(([path]) => path === nav.dataset.path)
    const link = (name, entry) => {
      if (!entry) return all
      const label = make('b', {dir: 'auto'}, entry[1])
      return make('a', {class: name, href: nav.dataset.root + entry[0]}, make('small', {}, nav.dataset[name]), label)
    }
    if (here >= 0 && list[1]) nav.replaceChildren(link('previous', list[here + 1]), link('next', list[here - 1]))
  }).catch(() => {})
`

/**
 * What the pages do beyond reading: a player with chapters, speed and a timer, which remembers the place, and a transcript that
 * follows the voice. Without the script, all of the page is there and plays. It is plain JavaScript for browsers of the last five
 * years.
 */
export const playerScript = `{
${timesScript}${deckScript}${sessionScript}${followScript}${neighboursScript}
const box = $('.player')
const media = box && box.querySelector('audio, video')
if (media) {
  const words = JSON.parse(box.dataset.words)
  const chapters = all('.chapters [data-start]').map((each) => ({
    start: Number(each.dataset.start),
    title: (each.querySelector('[dir]') || each).textContent.trim(),
  }))
  const controls = deck(media, box, words, chapters)
  keyboard(media, controls, words)
  session(media, box, controls)
  follow(media, controls, words, box)
}
const nav = $('.neighbours[data-list]')
if (nav && /^https?:/.test(location.protocol)) {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((each) => each.isIntersecting)) return
    observer.disconnect()
    neighbours(nav)
  }, {rootMargin: '600px'}).observe(nav)
}
}
`
