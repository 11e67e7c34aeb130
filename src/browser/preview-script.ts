/**
 * What runs on each page of a preview. When the author's files give another page, it loads the page again, at the same place and
 * the same second of the player. It shows what is wrong, and which episodes nobody else sees yet. Texts of the author go in as
 * text and never as HTML. It is plain JavaScript for browsers of the last five years.
 */
export const previewScript = `{
const own = document.currentScript
let mark = own.dataset.mark
const key = 'castwright-preview'
const make = (name, attributes, ...children) => {
  const element = document.createElement(name)
  for (const [each, value] of Object.entries(attributes)) element.setAttribute(each, value)
  element.append(...children)
  return element
}

// The place: the first text in sight and how far it is from the top, since what is above may have grown. The player stays in sight.
const blocks = () => [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, td, pre, blockquote)')].filter((each) => !each.closest('.player'))
const inSight = () => {
  const element = blocks().find((each) => each.getBoundingClientRect().bottom > 0 && each.textContent.trim())
  return element && {text: element.textContent, top: element.getBoundingClientRect().top}
}
const players = () => [...document.querySelectorAll('audio, video')]
const keep = () => {
  const media = players().map(({currentTime, paused}) => ({currentTime, paused}))
  sessionStorage.setItem(key, JSON.stringify({path: location.pathname, y: scrollY, sight: scrollY > 0 ? inSight() : null, media}))
}
const restore = () => {
  const kept = JSON.parse(sessionStorage.getItem(key) || 'null')
  sessionStorage.removeItem(key)
  if (!kept || kept.path !== location.pathname) return
  const element = kept.sight && blocks().find((each) => each.textContent === kept.sight.text)
  scrollTo({top: element ? scrollY + element.getBoundingClientRect().top - kept.sight.top : kept.y, behavior: 'instant'})
  players().forEach((each, index) => {
    const before = kept.media[index]
    if (!before || (!before.currentTime && before.paused)) return
    each.currentTime = before.currentTime
    if (!before.paused) each.play().catch(() => {})
  })
}
const reload = () => {
  keep()
  history.scrollRestoration = 'manual'
  location.reload()
}

// The panel has a style of its own, which no page changes.
const host = make('castwright-preview', {})
const root = host.attachShadow({mode: 'open'})
root.append(make('link', {rel: 'stylesheet', href: own.src.replace(/\\.js$/, '.css')}))
const panel = make('section', {class: 'panel', 'aria-label': 'Problems', hidden: ''})
const pill = make('button', {type: 'button', class: 'pill', 'aria-expanded': 'false'})
root.append(panel, pill)
let isOpen = false
let byItself = false
let closed = ''
const open = (value, alone = false) => {
  byItself = value && alone
  isOpen = value
  panel.hidden = !value
  pill.setAttribute('aria-expanded', String(value))
}

const excerptOf = ({excerpt, line, column}) =>
  make('pre', {}, ...excerpt.lines.map((text, index) => {
    const number = excerpt.firstLine + index
    const row = make('span', {class: number === line ? 'row at' : 'row'}, make('i', {}, String(number)))
    if (number !== line || !column) row.append(text + '\\n')
    else row.append(text.slice(0, column - 1), make('mark', {}, text.slice(column - 1, column) || ' '), text.slice(column) + '\\n')
    return row
  }))
const problemOf = (problem) => {
  const place = [problem.file, problem.line, problem.column].filter((each) => each !== undefined).join(':')
  const card = make('article', {class: problem.severity}, make('p', {class: 'head'}, make('b', {}, problem.severity === 'info' ? 'note' : problem.severity), ' ', make('code', {}, place), ' ', make('small', {}, problem.code)), make('p', {}, problem.message))
  if (problem.excerpt) card.append(excerptOf(problem))
  if (problem.hint) card.append(make('p', {class: 'hint'}, problem.hint))
  return card
}
const counted = (found, word) => (found ? [found + ' ' + word + (found === 1 ? '' : 's')] : [])
// Of many problems only the first ones are sent, the worst before the others.
const showProblems = (counts, problems) => {
  const said = [...counted(counts.error, 'error'), ...counted(counts.warning, 'warning'), ...counted(counts.info, 'note')]
  const errors = problems.filter((each) => each.severity === 'error')
  const rest = counts.error + counts.warning + counts.info - problems.length
  pill.className = 'pill ' + (counts.error ? 'error' : counts.warning ? 'warning' : 'fine')
  pill.textContent = said.join(', ') || 'No problems'
  const close = make('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×')
  close.onclick = () => {
    closed = JSON.stringify(errors)
    open(false)
    pill.focus()
  }
  const more = rest ? [make('p', {}, 'and ' + rest + ' more: castwright check')] : []
  const desk = make('a', {href: own.src.replace(/[^/]*$/, '')}, 'All of the preview: apps, feeds, drafts')
  panel.replaceChildren(close, make('h2', {}, said.join(', ') || 'No problems'), ...problems.map(problemOf), ...more, make('p', {}, desk))
  if (!errors.length) closed = ''
  if (errors.length && !isOpen && JSON.stringify(errors) !== closed) open(true, true)
  else if (!errors.length && byItself) open(false)
}
pill.onclick = () => open(!isOpen)
root.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isOpen) {
    open(false)
    pill.focus()
  }
})

const site = new URL(own.dataset.base, location.href).pathname
const badge = (state) => make('b', {class: 'castwright-badge'}, state)
const showBadges = (heldBack) => {
  document.querySelectorAll('.castwright-badge.castwright-live').forEach((each) => each.remove())
  for (const {path, state, at} of heldBack) {
    const add = (element) => {
      const mark = badge(state)
      mark.classList.add('castwright-live')
      if (at) mark.title = 'due ' + new Date(at).toLocaleString()
      element.append(' ', mark)
    }
    if (location.pathname === site + path) document.querySelectorAll('main h1').forEach(add)
    for (const link of document.querySelectorAll('main a[href]'))
      if (link.pathname === site + path && link.origin === location.origin && !link.hash && !link.closest('.castwright-own')) add(link)
  }
}

const begin = () => {
  document.body.append(host)
  restore()
  const events = new EventSource(own.src.replace(/live\\.js.*$/, 'events') + '?path=' + encodeURIComponent(own.dataset.path))
  events.onmessage = ({data}) => {
    const message = JSON.parse(data)
    if (message.mark !== mark) {
      mark = message.mark
      return reload()
    }
    showProblems(message.counts, message.problems)
    showBadges(message.heldBack)
  }
  addEventListener('pagehide', () => events.close())
}
if (document.readyState === 'complete') begin()
else addEventListener('load', begin)
}
`
