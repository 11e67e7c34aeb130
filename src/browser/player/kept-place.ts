import {keepValue, keptValue} from '../page/kept.ts'
import {secondsOfFragment} from '../page/times.ts'
import {durationOf, type Playback} from './playback.ts'

const firstSecond = 5
const lastSeconds = 15
const stepInSeconds = 5

/** Goes on where the listener stopped last time, unless the address says where. What was heard to its end begins anew. */
export function keepPlace(playback: Playback): void {
  const {media, box} = playback
  const key = `at:${box.dataset.page ?? location.pathname}`
  let saved = 0
  const save = () => {
    const seconds = media.currentTime
    saved = seconds
    const duration = durationOf(playback)
    const isHeard = duration > 0 && seconds > duration - lastSeconds
    if (seconds > firstSecond) keepValue(key, isHeard ? null : Math.floor(seconds))
  }
  media.addEventListener('timeupdate', () => {
    if (Math.abs(media.currentTime - saved) >= stepInSeconds) save()
  })
  media.addEventListener('pause', save)
  addEventListener('pagehide', save)
  const place = Number(keptValue(key))
  if (place > 0 && secondsOfFragment(location.hash) === undefined) media.currentTime = place
}
