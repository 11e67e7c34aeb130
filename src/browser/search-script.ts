import {searchIndexScript} from './search-index.ts'
import {searchMomentScript} from './search-moment.ts'
import {searchTermsScript} from './search-terms.ts'

const dialogScript = `
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
const clock = (seconds) => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(Math.floor(seconds) % 60).padStart(2, '0')]
  return h ? h + ':' + String(m).padStart(2, '0') + ':' + s : m + ':' + s
}

const input = make('input', {type: 'search', 'aria-label': words.search, placeholder: words.searchHint, autocomplete: 'off', enterkeyhint: 'search', dir: 'auto'})
const close = make('button', {type: 'button', class: 'tool', 'aria-label': words.close}, '×')
const said = make('p', {class: 'said', role: 'status'})
const list = make('ol', {})
const dialog = make('dialog', {class: 'search', 'aria-label': words.search}, make('div', {class: 'ask'}, input, close), said, list)
document.body.append(dialog)

const open = () => {
  if (!dialog.open) dialog.showModal()
  input.select()
}
for (const button of buttons) {
  button.hidden = false
  button.onclick = open
}
close.onclick = () => dialog.close()
dialog.onclick = ({target}) => { if (target === dialog) dialog.close() }
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, [contenteditable], dialog')) return
  event.preventDefault()
  open()
})
dialog.addEventListener('keydown', (event) => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
  const stops = [input, ...list.querySelectorAll('a')]
  if (step) {
    const next = stops[stops.indexOf(document.activeElement) + step]
    if (next) next.focus()
  } else if (event.key !== 'Enter' || document.activeElement !== input || !stops[1]) return
  else stops[1].click()
  event.preventDefault()
})
// What is loaded before anything was typed: the list of seasons.
input.onfocus = () => load('search/seasons.json', 'json').catch(() => {})

const day = (text) => {
  try { return new Date(text).toLocaleDateString(document.documentElement.lang || undefined, {dateStyle: 'medium', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn'}) } catch { return text }
}

const row = ([path, title, date, captions], {minutes}, asked) => {
  const address = root + path
  const time = make('span', {class: 'time'}, minutes.length ? clock(minutes[0] * 60) : '')
  const text = make('p', {dir: 'auto'})
  const link = make('a', {href: address + (minutes.length ? '#t=' + minutes[0] * 60 : '')},
    make('span', {class: 'where'}, make('b', {dir: 'auto'}, ...marked(title, asked)), make('small', {}, day(date))), time, text)
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !link.hash) return
    const isHere = link.pathname === location.pathname
    try { sessionStorage.setItem('castwright:play', '1') } catch {}
    dialog.close()
    if (isHere) setTimeout(playNow, 50)
  }
  const exact = async () => {
    if (!captions || !minutes.length) return
    const moment = momentIn(cuesIn(await load(captions, 'text')), minutes, asked)
    if (!moment) return
    link.hash = '#t=' + Math.floor(moment.start)
    time.textContent = clock(moment.start)
    text.replaceChildren(...marked(moment.text, asked))
  }
  return {element: make('li', {}, link), exact}
}

// The second is read where somebody looks: an episode's captions are as large as its page.
const seen = new IntersectionObserver((entries) => {
  for (const {isIntersecting, target} of entries) {
    if (!isIntersecting) continue
    seen.unobserve(target)
    exactOf.get(target)().catch(() => {})
  }
}, {root: dialog})
const exactOf = new Map()
const most = 30

let turn = 0
const search = async () => {
  const mine = ++turn
  const asked = [...new Set(wordsIn(input.value))]
  list.replaceChildren()
  exactOf.clear()
  said.textContent = ''
  if (!asked.length) return
  let count = 0
  for (const [season, shards] of await load('search/seasons.json', 'json')) {
    const [episodes, hits] = await Promise.all([load('search/' + season + '/episodes.json', 'json'), lookUp(season, shards, asked)])
    if (mine !== turn) return
    for (const hit of hits) {
      if (count >= most) return
      count += 1
      const {element, exact} = row(episodes[hit.at], hit, asked)
      exactOf.set(element, exact)
      list.append(element)
      seen.observe(element)
    }
  }
  if (!count) said.textContent = words.noResult
}
let waiting
input.oninput = () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => search().catch(() => { said.textContent = words.noResult }), 120)
}

// A result was clicked on the page before: browsers let it play, or the listener presses play.
const playNow = () => {
  try {
    if (!sessionStorage.getItem('castwright:play')) return
    sessionStorage.removeItem('castwright:play')
  } catch { return }
  const media = document.querySelector('.player audio, .player video')
  if (media) media.play().catch(() => {})
}
playNow()
`

/**
 * The search of the pages: a dialog that the script makes. Nothing is fetched before somebody types. It is independent of the
 * player: each works without the other.
 */
export const searchScript = `{
const buttons = [...document.querySelectorAll('button[data-search]')]
if (buttons.length && /^https?:/.test(location.protocol)) {
const words = JSON.parse(buttons[0].dataset.search)
const root = buttons[0].dataset.root
${searchTermsScript}${searchIndexScript}${searchMomentScript}${dialogScript}
}
}
`
