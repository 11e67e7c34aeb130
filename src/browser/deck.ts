/** The controls of the player. The script makes them, so that the browser's own controls stay if there is no script. */
export const deckScript = `
const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]

const button = (name, label, text) => make('button', {type: 'button', class: 'tool ' + name, 'aria-label': label, title: label}, text || '')
const choice = (name, label, options) =>
  make('select', {class: 'tool ' + name, 'aria-label': label, title: label},
    ...options.map(([value, text]) => make('option', {value}, text)))

// The controls of media, in a section that keeps their place when they are docked.
const deck = (media, box, words, chapters) => {
  const isFilm = media.localName === 'video'
  const here = () => media.currentTime
  const duration = () => (isFinite(media.duration) && media.duration) || Number(box.dataset.duration) || 0
  const key = 'at:' + (box.dataset.page || location.pathname)
  const play = button('play', words.play)
  const now = make('p', {class: 'now', dir: 'auto'}, box.dataset.title || '')
  const bar = make('input', {type: 'range', min: 0, max: 1000, step: 'any', value: 0, 'aria-label': words.position})
  const [at, left] = [make('span', {}, '0:00'), make('span', {}, '')]
  const back = button('back', words.back, '−15')
  const forward = button('forward', words.forward, '+30')
  const speed = choice('speed', words.speed, speeds.map((each) => [each, each + '×']))
  const sleep = choice('sleep', words.sleep, [
    ['', '☾ ' + words.off], ...[15, 30, 60].map((each) => [each, '☾ ' + each + ' min']),
    ...(chapters.length ? [['chapter', '☾ ' + words.endOfChapter]] : []),
  ])
  const heard = button('heard', words.heard, '¶')
  const help = button('help', words.keys, '?')
  const tools = make('div', {class: 'tools'}, back, forward, speed, sleep, ...(all('.transcript [data-start]').length ? [heard] : []), help)
  const controls = make('div', {class: 'deck' + (isFilm ? ' film' : '')},
    ...(isFilm ? [] : [play, make('div', {class: 'line'}, now, make('div', {class: 'scale'}, bar), make('div', {class: 'times'}, at, left))]),
    tools)
  if (!isFilm) media.removeAttribute('controls')
  box.append(controls)
  box.classList.add('ready')

  const chapterAt = (seconds) => chapters.filter(({start}) => start <= seconds + 0.05).pop()
  const jump = (seconds) => {
    media.currentTime = Math.min(Math.max(0, seconds), duration() || seconds)
    show()
  }
  const by = (seconds) => jump(here() + seconds)
  const toggle = () => (media.paused ? media.play().catch(() => {}) : media.pause())
  const step = (direction) => {
    const starts = chapters.map(({start}) => start)
    const to = direction > 0 ? starts.find((start) => start > here() + 0.5) : starts.filter((start) => start < here() - 3).pop()
    if (to !== undefined || direction < 0) jump(to || 0)
  }
  const pace = (rate) => {
    media.defaultPlaybackRate = media.playbackRate = rate
    speed.value = rate
    remember('speed', rate)
  }
  const show = () => {
    const [seconds, total] = [here(), duration()]
    const share = total ? seconds / total : 0
    if (!bar.matches(':active')) bar.value = share * 1000
    bar.style.setProperty('--at', share)
    bar.setAttribute('aria-valuetext', clock(seconds))
    at.replaceChildren(clock(seconds))
    left.replaceChildren(total ? '−' + clock(total - seconds) : '')
    const chapter = chapterAt(seconds)
    now.replaceChildren((chapter && chapter.title) || box.dataset.title || '')
  }
  // The knob stands over them, and is in the middle of a mark when its chapter begins.
  const drawMarks = () => {
    const total = duration()
    const marks = chapters.filter(({start}) => start > 0 && start < total).map(({start}) => {
      const place = 'calc(var(--knob) / 2 + (100% - var(--knob)) * ' + start / total
      return 'transparent ' + place + ' - 1px), var(--card) 0 ' + place + ' + 1px), transparent 0'
    })
    bar.style.setProperty('--marks', marks.length ? 'linear-gradient(to right, ' + marks + ')' : 'none')
  }

  let sleepAt = 0
  let sleepEnd = Infinity
  sleep.onchange = () => {
    const next = chapters.find(({start}) => start > here() + 0.5)
    sleepAt = Number(sleep.value) ? Date.now() + Number(sleep.value) * 60000 : 0
    sleepEnd = sleep.value === 'chapter' ? (next ? next.start : duration()) : Infinity
  }
  const rest = () => {
    if (!(sleepAt && Date.now() > sleepAt) && here() < sleepEnd - 0.2) return
    media.pause()
    sleep.value = ''
    sleepAt = 0
    sleepEnd = Infinity
  }

  play.onclick = toggle
  back.onclick = () => by(-15)
  forward.onclick = () => by(30)
  speed.onchange = () => pace(Number(speed.value))
  bar.oninput = () => jump((Number(bar.value) / 1000) * duration())
  heard.onclick = () => {
    const element = $('.transcript [aria-current]')
    if (element) element.scrollIntoView({block: 'center'})
  }
  for (const event of ['play', 'pause', 'ended'])
    on(media, event, () => {
      play.setAttribute('aria-label', media.paused ? words.play : words.pause)
      box.classList.toggle('playing', !media.paused)
    })
  on(media, 'loadedmetadata', () => (drawMarks(), show()))
  let saved = 0
  const save = () => {
    const [seconds, total] = [here(), duration()]
    if (seconds > 5) remember(key, total && seconds > total - 15 ? null : Math.floor(seconds))
  }
  on(media, 'timeupdate', () => {
    show()
    rest()
    if (Math.abs(here() - saved) < 5) return
    saved = here()
    save()
  })
  on(media, 'pause', save)
  on(window, 'pagehide', save)
  pace(Number(remembered('speed')) || 1)
  const place = Number(remembered(key))
  if (place && secondsIn(location.hash) === undefined) media.currentTime = place
  drawMarks()
  show()

  // Out of sight it goes to the foot of the window; its place stays. It goes and comes, for what moves is a jump of the page.
  if (!isFilm)
    new IntersectionObserver((entries) => {
      const {isIntersecting, boundingClientRect} = entries.pop()
      const isAway = !isIntersecting && boundingClientRect.top < 0
      const {classList, style} = controls
      if (isAway === classList.contains('docked')) return
      if (isAway) box.style.minHeight = box.offsetHeight + 'px'
      style.display = 'none'
      classList.toggle('docked', isAway)
      box.offsetHeight
      style.display = ''
    }).observe(box)
  return {jump, by, toggle, step, pace, help}
}
`
