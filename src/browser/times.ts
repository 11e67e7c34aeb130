/** What the parts of the script share: times, words, and how elements are made. */
export const timesScript = String.raw`
const $ = (selector) => document.querySelector(selector)
const all = (selector) => [...document.querySelectorAll(selector)]
const on = (target, event, act, how) => target.addEventListener(event, act, how)

// #t=90  #t=1:02:03  #t=npt:90  #t=90,120  #t=1h2m3s  #t=10m30s
const secondsIn = (hash) => {
  const units = /^#t=(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/i.exec(hash)
  if (units) return Number(units[1] || 0) * 3600 + Number(units[2] || 0) * 60 + Number(units[3] || 0)
  const match = /^#t=(?:npt:)?(\d[\d:.]*)/.exec(hash)
  return match ? match[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : undefined
}

const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds || 0))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, '0')]
  return h ? h + ':' + String(m).padStart(2, '0') + ':' + s : m + ':' + s
}

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

// Readers may forbid it, and the page goes on without.
const remembered = (key) => {
  try { return localStorage.getItem('castwright:' + key) } catch { return null }
}
const remember = (key, value) => {
  try {
    if (value === null) localStorage.removeItem('castwright:' + key)
    else localStorage.setItem('castwright:' + key, value)
  } catch {}
}

// The last of the elements that began: what is heard.
const markers = (selector) => {
  const elements = all(selector)
  const starts = elements.map((element) => Number(element.dataset.start))
  let current
  return (seconds) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle] <= seconds + 0.05) low = middle + 1
      else high = middle
    }
    const element = elements[low - 1]
    if (element === current) return current
    if (current) current.removeAttribute('aria-current')
    if (element) element.setAttribute('aria-current', 'true')
    current = element
    return element
  }
}
`
