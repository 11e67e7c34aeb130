import type {PlayerMoves} from './moves.ts'
import type {Playback} from './playback.ts'

/** Keys of headphones, and what lock screens show (https://www.w3.org/TR/mediasession/). */
export function tellMediaSession({media, box}: Playback, moves: PlayerMoves): void {
  if (!('mediaSession' in navigator)) return
  const {mediaSession} = navigator
  const {title = '', show = '', art} = box.dataset
  media.addEventListener('play', () => {
    const artwork = art === undefined ? [] : [{src: new URL(art, location.href).href}]
    mediaSession.metadata = new MediaMetadata({title, artist: show, artwork})
  })
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => void media.play(),
    pause: () => media.pause(),
    seekbackward: moves.back,
    seekforward: moves.forward,
    seekto: ({seekTime}) => moves.to(seekTime ?? 0),
    previoustrack: moves.previous,
    nexttrack: moves.next,
  }
  for (const [action, handler] of Object.entries(handlers)) {
    // Browsers throw for actions that they do not know.
    try {
      mediaSession.setActionHandler(action as MediaSessionAction, handler)
    } catch {}
  }
}
