/**
 * What the native player lacks: links that seek (`#t=90`), a mark on the chapter and the paragraph that are heard, and addresses
 * that start in the middle. Without it, all of the page is there and plays. Plain JavaScript for browsers of the last six years.
 */
export const playerScript = String.raw`'use strict'
{
  const media = document.querySelector('audio, video')
  const links = 'a[href^="#t="]'

  // #t=90  #t=1:02:03  #t=npt:90  #t=90,120
  const secondsIn = (hash) => {
    const match = /^#t=(?:npt:)?(\d[\d:.]*)/.exec(hash)
    if (!match) return undefined
    return match[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  }

  const markers = (selector) => {
    const elements = [...document.querySelectorAll(selector)]
    const starts = elements.map((element) => Number(element.dataset.start))
    let current
    return (seconds) => {
      let index = starts.length - 1
      while (index >= 0 && starts[index] > seconds + 0.05) index -= 1
      const element = elements[index]
      if (element === current) return current
      if (current) current.removeAttribute('aria-current')
      if (element) element.setAttribute('aria-current', 'true')
      current = element
      return element
    }
  }

  if (media) {
    const markChapter = markers('.chapters [data-start]')
    const markParagraph = markers('.transcript [data-start]')
    const mark = (seconds) => {
      markChapter(seconds)
      return markParagraph(seconds)
    }
    const seek = (seconds) => {
      media.currentTime = seconds
      return mark(seconds)
    }

    document.addEventListener('click', (event) => {
      const link = event.target.closest(links)
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      const seconds = secondsIn(link.hash)
      if (seconds === undefined) return
      event.preventDefault()
      history.replaceState(null, '', link.hash)
      seek(seconds)
      // Browsers may refuse to play, and the listener then presses play.
      media.play().catch(() => {})
    })

    const follow = () => {
      const seconds = secondsIn(location.hash)
      if (seconds === undefined) return
      const paragraph = seek(seconds)
      if (paragraph) paragraph.scrollIntoView({block: 'center'})
    }
    addEventListener('hashchange', follow)
    // Before anything was heard there is nothing to mark.
    media.addEventListener('timeupdate', () => media.currentTime > 0 && mark(media.currentTime))
    follow()
  }
}
`
