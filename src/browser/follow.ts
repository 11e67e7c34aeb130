/** The transcript follows the voice and gives way to the reader: it scrolls only as long as the words that are heard are in sight. */
export const followScript = String.raw`
const follow = (media, controls, words, box) => {
  const markChapter = markers('.chapters [data-start]')
  const markWords = markers('.transcript [data-start]')
  let touched = 0
  for (const event of ['wheel', 'touchmove', 'keydown']) on(window, event, () => { touched = Date.now() }, {passive: true})
  const isInSight = (element) => {
    const {top, bottom} = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  }
  let before
  const mark = (seconds) => {
    markChapter(seconds)
    const element = markWords(seconds)
    if (element !== before && element && before && !media.paused && Date.now() - touched > 3000 && isInSight(before)) {
      const {top, bottom} = element.getBoundingClientRect()
      if (top < innerHeight * 0.15 || bottom > innerHeight * 0.7) element.scrollIntoView({block: 'center'})
    }
    before = element
    return element
  }
  const start = (seconds) => {
    controls.jump(seconds)
    mark(seconds)
    // Browsers may refuse to play, and the listener then presses play.
    media.play().catch(() => {})
  }

  on(document, 'click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
    const link = event.target.closest('a[href]')
    const seconds = link && link.getAttribute('href').startsWith('#t=') ? secondsIn(link.hash) : undefined
    const spoken = link || !getSelection().isCollapsed ? null : event.target.closest('.transcript [data-start]')
    if (seconds !== undefined) {
      event.preventDefault()
      history.replaceState(null, '', link.hash)
      start(seconds)
    } else if (spoken && media.currentSrc + media.innerHTML) start(Number(spoken.dataset.start))
  })

  const arrive = () => {
    const seconds = secondsIn(location.hash)
    const turn = /^#turn-\d+$/.test(location.hash) ? $(location.hash + '[data-start], ' + location.hash + ' [data-start]') : null
    if (seconds === undefined && !turn) return
    controls.jump(seconds === undefined ? Number(turn.dataset.start) : seconds)
    const element = mark(media.currentTime)
    if (element && !turn) element.scrollIntoView({block: 'center'})
  }
  on(window, 'hashchange', arrive)
  // Before anything was heard there is nothing to mark.
  on(media, 'timeupdate', () => media.currentTime > 0 && mark(media.currentTime))
  arrive()

  // Words that are selected can be quoted with their time.
  const share = button('quote', words.quote, '❝ ' + words.quote)
  share.hidden = true
  document.body.append(share)
  let quote
  on(document, 'selectionchange', () => {
    const selection = getSelection()
    const node = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0).startContainer : null
    const spoken = node && (node.nodeType === 1 ? node : node.parentElement).closest('.transcript [data-start]')
    share.hidden = !spoken
    if (!spoken) return
    const {bottom, left} = selection.getRangeAt(0).getBoundingClientRect()
    share.textContent = '❝ ' + words.quote
    share.style.top = scrollY + bottom + 8 + 'px'
    share.style.left = Math.max(8, Math.min(left, innerWidth - 300)) + 'px'
    const at = Number(spoken.dataset.start)
    quote = '“' + String(selection).trim() + '”\n— ' + (box.dataset.title || document.title) + ', ' + clock(at) + '\n' + location.href.split('#')[0] + '#t=' + Math.floor(at)
  })
  share.onpointerdown = (event) => event.preventDefault()
  share.onclick = () => navigator.clipboard && navigator.clipboard.writeText(quote).then(() => { share.textContent = words.copied })
}
`
