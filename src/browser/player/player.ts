/**
 * What the pages do beyond reading: a player with chapters, speed and a timer, which remembers the place, and a transcript that
 * follows the voice. Without the script, all of the page is there and plays.
 */
import {addDeck} from './deck.ts'
import {follow} from './follow.ts'
import {keepPlace} from './kept-place.ts'
import {listenToKeys} from './keyboard.ts'
import {tellMediaSession} from './media-session.ts'
import {findNeighbours} from './neighbours.ts'
import {playbackOfPage} from './playback.ts'
import {offerQuotes} from './quote.ts'

const playback = playbackOfPage()
if (playback) {
  keepPlace(playback)
  const deck = addDeck(playback)
  listenToKeys(playback, deck)
  tellMediaSession(playback, deck.moves)
  follow(playback, deck.moves)
  offerQuotes(playback)
}
findNeighbours()
