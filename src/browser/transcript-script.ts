/** Marks the word that is heard, where its times are known. They are loaded when somebody plays. */
const heardWordScript = `
const spoken = document.querySelector('.transcript [data-words]')
const media = document.querySelector('.player audio, .player video')
if (spoken && media && globalThis.Highlight) {
  let times
  let marked = ''
  const load = () => {
    times = times || {}
    fetch(spoken.dataset.words).then((answer) => answer.json()).then((found) => { times = found }).catch(() => {})
  }
  // Places in the text of a caption, without the time that may stand before it.
  const rangeOf = (caption, from, to) => {
    const walker = document.createTreeWalker(caption, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let at = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('.time, [href^="#t="]')) continue
      const text = at === 0 ? node.data.trimStart() : node.data
      const skipped = node.data.length - text.length
      if (from >= at && from < at + text.length) range.setStart(node, skipped + from - at)
      if (from < at + text.length && to > at) range.setEnd(node, skipped + Math.min(to - at, text.length))
      at += text.length
    }
    while (range.endOffset > 1 && range.toString().endsWith(' ')) range.setEnd(range.endContainer, range.endOffset - 1)
    return range
  }
  const draw = () => {
    if (!media.paused) requestAnimationFrame(draw)
    const caption = spoken.querySelector('[aria-current]')
    const start = caption ? Number(caption.dataset.start) : 0
    const pairs = (caption && times[Math.round(start * 10) / 10]) || []
    let word = -2
    while (word + 2 < pairs.length && start + pairs[word + 3] / 100 <= media.currentTime) word += 2
    const now = word < 0 ? '' : start + ' ' + word
    if (now === marked) return
    marked = now
    CSS.highlights.delete('heard-word')
    if (word < 0) return
    const range = rangeOf(caption, pairs[word], word + 2 < pairs.length ? pairs[word + 2] : Infinity)
    if (!range.collapsed) CSS.highlights.set('heard-word', new Highlight(range))
  }
  media.addEventListener('play', load, {once: true})
  media.addEventListener('play', draw)
}
`

/** What one can do with a transcript beside listening: read what one person says, and mend a line. */
export const transcriptScript = `{
const nameOf = (turn) => {
  const name = turn.querySelector('.speaker b')
  return name ? name.textContent : ''
}
for (const choice of document.querySelectorAll('.transcript .speakers')) {
  const buttons = [...choice.children]
  const turns = [...choice.parentElement.querySelectorAll('.turn')]
  const show = (chosen) => {
    for (const each of buttons) each.setAttribute('aria-pressed', String(each === chosen))
    for (const turn of turns) turn.hidden = chosen !== buttons[0] && nameOf(turn) !== chosen.textContent
  }
  for (const each of buttons) each.onclick = () => show(each)
  // A link to what somebody else says shows all of them.
  addEventListener('hashchange', () => {
    const turn = turns.find(({id}) => '#' + id === location.hash)
    if (!turn || !turn.hidden) return
    show(buttons[0])
    turn.scrollIntoView()
  })
}

const mend = document.createElement('a')
mend.className = 'tool mend'
document.addEventListener('selectionchange', () => {
  const range = getSelection().rangeCount && !getSelection().isCollapsed ? getSelection().getRangeAt(0) : null
  const node = range && (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement)
  const line = node && node.closest('[data-edit] [data-line]')
  mend.remove()
  if (!line) return
  const file = line.closest('[data-edit]')
  const {bottom, left} = range.getBoundingClientRect()
  mend.href = file.dataset.edit + '#L' + line.dataset.line
  mend.textContent = '✎ ' + file.dataset.mend
  // Below the button that copies the words.
  mend.style.top = scrollY + bottom + 52 + 'px'
  mend.style.left = Math.max(8, Math.min(left, innerWidth - 300)) + 'px'
  document.body.append(mend)
})
${heardWordScript}}
`
