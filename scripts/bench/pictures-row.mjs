// What pictures cost: a first build of a show with a cover makes a card for each episode, and the next one has them.
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {counted, forget, interviews, scaled, showOf} from './bench-shows.mjs'
import {median} from './measure.mjs'
import {cold} from './runs.mjs'
import {writeInterviews} from './shows.mjs'

const side = 3000
/** Each card, and of the cover: three widths in two formats, a favicon, an icon for phones, and the card of the show. */
const picturesOfCover = 9

/** Colours that run into each other, as in a photograph. @param {string} show */
async function writeCover(show) {
  const pixels = Buffer.alloc(side * side * 3)
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)]
    pixels[at] = 128 + 100 * Math.sin(x / (90 + 40 * (at % 3))) * Math.cos(y / 130)
  }
  const raw = {width: side, height: side, channels: /** @type {const} */ (3)}
  writeFileSync(join(show, 'cover.jpg'), await sharp(pixels, {raw}).jpeg().toBuffer())
}

/** @param {import('./rows.mjs').Bench} bench @returns {Promise<readonly import('./rows.mjs').Figure[]>} */
export async function coldWithPictures(bench) {
  const count = scaled(bench, 1000)
  const bare = interviews(bench, count)
  const show = showOf(bench, `with-cover-${count}`, (folder) => writeInterviews(folder, count, 'cover.jpg'))
  await writeCover(show)
  const runs = Array.from({length: bench.rounds}, () => {
    const without = cold(bench, bare)
    const making = cold(bench, show)
    const kept = cold(bench, show, {keepsPictures: true})
    return {without, making, kept}
  })
  forget(show)
  rmSync(join(show, 'cover.jpg'))
  const perPicture = runs.map(
    ({making, kept}) => ((making.cpuInSeconds - kept.cpuInSeconds) * 1000) / (count + picturesOfCover),
  )
  const of = `${counted(count)} cold with a cover`
  return [
    {title: `${of} / without`, value: median(runs.map(({making, without}) => making.seconds / without.seconds))},
    {
      title: '  where its pictures are kept',
      value: median(runs.map(({kept, without}) => kept.seconds / without.seconds)),
      goal: 1.15,
    },
    {title: '  processors for each picture', value: median(perPicture), unit: 'ms'},
  ]
}
