/** Keys of a keyboard, keys of headphones and lock screens, and the sheet that tells of them. */
export const sessionScript = `
const keysOf = (media, {by, toggle, step, pace}) => {
  const [back, forward] = [() => by(-15), () => by(30)]
  const faster = (steps) => () => pace(speeds[speeds.indexOf(media.playbackRate) + steps] || media.playbackRate)
  return {
    ' ': toggle, k: toggle, ArrowLeft: back, j: back, ArrowRight: forward, l: forward,
    n: () => step(1), p: () => step(-1), m: () => { media.muted = !media.muted },
    '<': faster(-1), '>': faster(1),
  }
}

const keyboard = (media, controls, words) => {
  const rows = [
    ['Space / K', words.play + ' / ' + words.pause], ['← / J', words.back], ['→ / L', words.forward],
    ['P / N', words.chapter], ['< / >', words.slower], ['M', words.mute], ['?', words.keys],
  ]
  const close = make('button', {type: 'button', class: 'tool'}, words.close)
  const sheet = make('dialog', {class: 'keys', 'aria-label': words.keys},
    make('dl', {}, ...rows.map(([keys, meaning]) => make('div', {}, make('dt', {}, keys), make('dd', {}, meaning)))), close)
  document.body.append(sheet)
  close.onclick = () => sheet.close()
  controls.help.onclick = () => sheet.showModal()
  const keys = keysOf(media, controls)
  on(window, 'keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || sheet.open) return
    if (event.target.closest('input, select, textarea, [contenteditable], audio, video')) return
    if (event.key === ' ' && event.target.closest('a, button, summary')) return
    const act = event.key === '?' ? () => sheet.showModal() : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
}

const session = (media, box, {jump, by, step}) => {
  if (!('mediaSession' in navigator)) return
  const {mediaSession} = navigator
  const {title, show, art} = box.dataset
  on(media, 'play', () => {
    mediaSession.metadata = new MediaMetadata({title, artist: show, ...(art ? {artwork: [{src: new URL(art, location.href).href}]} : {})})
  })
  const handlers = {
    play: () => media.play(), pause: () => media.pause(),
    seekbackward: () => by(-15), seekforward: () => by(30),
    seekto: ({seekTime}) => jump(seekTime), previoustrack: () => step(-1), nexttrack: () => step(1),
  }
  for (const [name, handler] of Object.entries(handlers)) {
    try { mediaSession.setActionHandler(name, handler) } catch {}
  }
}
`
