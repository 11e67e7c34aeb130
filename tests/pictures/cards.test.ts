import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fastCheck from 'fast-check'
import {imageSize} from 'image-size'
import sharp from 'sharp'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, check} from '../../src/index.ts'
import {usualColours} from '../../src/model/theme.ts'
import {coloursStyle} from '../../src/pictures/cover-colours.ts'
import {Coverage} from '../../src/pictures/drawing/coverage.ts'
import {drawableWords, drawLine, openLetters, widthOf} from '../../src/pictures/letters/drawn-text.ts'
import {fitLines, lineHeight} from '../../src/pictures/letters/fitted-lines.ts'
import {contrast, leastTextContrast, parseColour} from '../../src/text/colours.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

const root = join(import.meta.dirname, '../..')
const font = await openLetters()

function plain(background: string, side = 600) {
  return sharp({create: {width: side, height: side, channels: 3, background}})
    .jpeg()
    .toBuffer()
}

const files = {
  'show.yaml': showFile('image: cover.jpg'),
  'cover.jpg': await plain('#2b5f8a'),
  'one.md': episodeFile('One'),
  'two.md': episodeFile('Two', ['image: two.png', 'title: "مرحبا"']),
  'two.png': await plain('#8a2b5f'),
}

async function built(given: Parameters<typeof temporaryShow>[0] = files, options = {}) {
  const show = temporaryShow(given)
  const output = join(mkdtempSync(join(tmpdir(), 'castwright-cards-')), 'out')
  onTestFinished(() => rmSync(join(output, '..'), {recursive: true, force: true}))
  const again = () => build(show, output, {now: fixtureNow, ...options})
  const outcome = await again()
  expect(outcome.ok ? [] : outcome.problems).toEqual([])
  return {show, output, again, page: (path: string) => readFileSync(join(output, path), 'utf8')}
}

/** The mean of a part of a picture. */
async function meanAt(file: string, left: number, top: number, side = 40): Promise<readonly number[]> {
  const part = await sharp(file).extract({left, top, width: side, height: side}).toBuffer()
  const {channels} = await sharp(part).stats()
  return channels.map(({mean}) => Math.round(mean))
}

describe('cards', () => {
  it('are there for each episode and for the show, and pages name them with their size', async () => {
    const {output, page} = await built()
    expect(readdirSync(join(output, 'assets/cards')).sort()).toEqual(['one.jpg', 'two.jpg'])
    for (const [path, card, alt] of [
      ['episodes/one/index.html', 'assets/cards/one.jpg', 'One – Trial Run'],
      ['episodes/two/index.html', 'assets/cards/two.jpg', 'مرحبا – Trial Run'],
      ['index.html', 'assets/card.jpg', 'Trial Run'],
    ] as const) {
      expect(imageSize(readFileSync(join(output, card)))).toMatchObject({width: 1200, height: 630, type: 'jpg'})
      const head = page(path)
      expect(head).toContain(`<meta property="og:image" content="https://trial.example/${card}">`)
      expect(head).toContain(`<meta property="og:image:alt" content="${alt}">`)
      expect(head).toContain('<meta property="og:image:width" content="1200">')
      expect(head).toContain('<meta name="twitter:card" content="summary_large_image">')
    }
  })

  it('have the picture of the episode, and stand without words where there are no letters for them', async () => {
    const {output} = await built()
    const [one, two] = ['one', 'two'].map((name) => join(output, `assets/cards/${name}.jpg`)) as [string, string]
    const near = (colour: string) => parseColour(colour)?.map((part) => expect.closeTo(part, -1))
    expect(await meanAt(one, 200, 300)).toEqual(near('#2b5f8a'))
    // In the middle, where the other one has its title.
    expect(await meanAt(two, 580, 300)).toEqual(near('#8a2b5f'))
  })

  it('are made once, and kept for builds into another folder', async () => {
    const {show, output, again} = await built()
    const kept = join(show, '.castwright/pictures')
    expect(readdirSync(kept)).toHaveLength(4 + 1 + 3 + 4)
    expect(await again()).toMatchObject({ok: true, value: {written: []}})
    const cards = readdirSync(kept).filter((name) => imageSizeOf(join(kept, name)) === '1200×630')
    expect(cards).toHaveLength(3)
    // Another picture in its place shows whether it is taken from there.
    const planted = await plain('#00ff00', 50)
    for (const name of cards) writeFileSync(join(kept, name), planted)
    rmSync(output, {recursive: true})
    await again()
    expect(readFileSync(join(output, 'assets/cards/one.jpg'))).toEqual(planted)
  })

  it('are told of while they are made, and not where they are kept', async () => {
    const told: string[] = []
    const onPicture = ({done, total}: {done: number; total: number}) => told.push(`${done} of ${total}`)
    const {output, again} = await built(files, {onPicture})
    expect(told).toEqual(Array.from({length: 13}, (_, done) => `${done} of 12`))
    rmSync(output, {recursive: true})
    await again()
    expect(told).toHaveLength(13)
  })

  it('are not made for a build that fails', async () => {
    const {show} = await built(files, {cache: false})
    writeFileSync(join(show, 'one.md'), episodeFile('One', ['date: no day']))
    const told: unknown[] = []
    const outcome = await build(show, join(show, 'other'), {now: fixtureNow, onPicture: (each) => told.push(each)})
    expect([outcome.ok, told]).toEqual([false, []])
  })

  it('leave nothing to do where the cover was only touched', async () => {
    const {show, output, again} = await built()
    const later = new Date('2026-11-30T10:00:00.123Z')
    for (const name of ['cover.jpg', 'two.png']) utimesSync(join(show, name), later, later)
    writeFileSync(join(show, 'one.md'), episodeFile('One', ['subtitle: Something else']))
    expect(await again()).toMatchObject({ok: true})
    expect(statSync(join(output, 'assets/cards/one.jpg')).mtime).toEqual(later)
    let idle: unknown
    await build(show, output, {
      now: fixtureNow,
      onIdle: (told) => {
        idle = told
      },
    })
    expect(idle).toBeDefined()
  })

  it('are made anew for another title, and without what was kept', async () => {
    const {show, output, again} = await built(files, {cache: false})
    expect(existsSync(join(show, '.castwright/pictures'))).toBe(false)
    writeFileSync(join(show, 'one.md'), episodeFile('One', ['title: Another title']))
    const outcome = await again()
    const written = outcome.ok ? outcome.value.written.filter((path) => path.startsWith('assets/')) : []
    expect(written).toEqual(['assets/cards/one.jpg'])
    expect(imageSize(readFileSync(join(output, 'assets/cards/one.jpg')))).toMatchObject({width: 1200})
  })

  it('are not made of drawings, of pictures on servers, and for sites of other generators', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"/>'
    const elsewhere = await built({'show.yaml': showFile(), 'one.md': episodeFile('One')})
    const headless = await built({...files, 'show.yaml': showFile('image: cover.jpg', 'pages: false')})
    const drawn = await built({
      ...files,
      'show.yaml': showFile(),
      'two.md': episodeFile('Two', ['image: two.svg']),
      'two.svg': drawing,
    })
    for (const {output} of [elsewhere, headless, drawn]) expect(existsSync(join(output, 'assets/cards'))).toBe(false)
    expect(elsewhere.page('episodes/one/index.html')).toContain('name="twitter:card" content="summary"')
  })

  it('are missed with one warning where sharp is not installed', () => {
    const show = temporaryShow(files)
    const hook = join(show, 'no-sharp.cjs')
    writeFileSync(
      hook,
      `const m = require('node:module'), find = m._resolveFilename
m._resolveFilename = function (name, ...rest) { if (name === 'sharp') throw new Error('not installed'); return find.call(this, name, ...rest) }`,
    )
    const program = join(root, 'dist/bin/castwright.js')
    const args = ['--require', hook, program, 'build', show, '--out', join(show, 'out')]
    for (const run of [1, 2]) {
      const {stderr, stdout} = spawnSync(process.execPath, args, {encoding: 'utf8'})
      expect([run, `${stdout}${stderr}`.match(/pictures-not-made/g)]).toEqual([run, ['pictures-not-made']])
    }
    expect(readFileSync(join(show, 'out/index.html'), 'utf8')).toContain('src="images/cover.jpg"')
  })

  it('are no part of what check does', async () => {
    const show = temporaryShow(files)
    await check(show, {now: fixtureNow})
    expect(existsSync(join(show, '.castwright'))).toBe(false)
  })
})

function imageSizeOf(file: string): string {
  try {
    const {width, height} = imageSize(readFileSync(file))
    return `${width}×${height}`
  } catch {
    return ''
  }
}

describe('letters of cards', () => {
  it.each([
    ['Zwölf Ärzte – „täglich“ für 5 €', 'Zwölf Ärzte – „täglich“ für 5 €'],
    ['Ночной поезд, Ελληνικά, Việt Nam', 'Ночной поезд, Ελληνικά, Việt Nam'],
    ['cafe\u0301  \u00ad\n au lait', 'café au lait'],
    ['Fire 🔥 and 👩‍🚀 people 👍🏽', 'Fire and people'],
    ['No. 1 © 2026', 'No. 1 © 2026'],
  ])('are there for %j', (title, drawn) => {
    expect(drawableWords(font, title)?.join(' ')).toBe(drawn)
  })

  it.each(['日本語', 'مرحبا', 'שלום', 'Tokyo 東京', '', ' ', '🔥', '\u0000', '<x>\u{10ffff}'])(
    'are not there for %j',
    (title) => {
      expect(drawableWords(font, title)).toBeUndefined()
    },
  )

  it('become the pixels that a program for SVG makes of their outlines', async () => {
    const [widthInPixels, height, size] = [1100, 120, 72]
    let x = 10 / (size / 1000)
    const paths = [...'Æsop & Żółw: “Größe” §9'].map((letter) => {
      const [advance = 0, outline = ''] = font.letters[letter] ?? []
      x += advance
      return `<path transform="translate(${x - advance})" d="${outline}"/>`
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthInPixels}" height="${height}"><rect width="100%" height="100%" fill="#102030"/><g fill="#fffcf7" transform="translate(0 80.4) scale(${size / 1000})">${paths.join('')}</g></svg>`
    const expected = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer()
    const bytes = Buffer.from(Array.from({length: expected.length}, (_, at) => [16, 32, 48][at % 3] ?? 0))
    const coverage = new Coverage(widthInPixels, height)
    drawLine(coverage, {...font, kerning: {}}, 'Æsop & Żółw: “Größe” §9', {x: 10, y: 80.4, size})
    coverage.paint({bytes, widthInPixels}, [255, 252, 247])
    const differences = Array.from(bytes, (byte, at) => Math.abs(byte - (expected[at] ?? 0)))
    expect(expected.includes(255)).toBe(true)
    expect(differences.filter((each) => each > 30)).toEqual([])
  })

  it('fill the room that they have, and no more', () => {
    const word = fastCheck.string({unit: fastCheck.constantFrom(...'abcWMfil-ß'), minLength: 1, maxLength: 60})
    const room = {width: 540, height: 360}
    const measure = (line: string) => widthOf(font, line)
    const property = fastCheck.property(fastCheck.array(word, {minLength: 1, maxLength: 40}), (words) => {
      const {lines, size} = fitLines(words, room, measure)
      expect(lines.length * size * lineHeight).toBeLessThanOrEqual(room.height)
      for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(room.width + 0.01)
      const said = lines.join('').replaceAll(/[-\s]/g, '')
      const meant = words.join('').replaceAll(/[-\s]/g, '')
      expect(said.endsWith('…') ? meant.startsWith(said.slice(0, -1)) : said === meant).toBe(true)
    })
    fastCheck.assert(property, {numRuns: 150})
  })
})

describe('the colours of a cover', () => {
  it.each(['#ffee00', '#102060', '#e01020', '#00ff66', '#ff99cc', '#3b2b8a'])(
    'of %s can be read, light and dark',
    async (colour) => {
      const show = temporaryShow({'cover.png': await plain(colour, 60)})
      const style = await coloursStyle(sharp, join(show, 'cover.png'))
      const [light, dark] = [...style.matchAll(/--accent: (#\w+)/g)].map(([, found = '']) => parseColour(found))
      for (const [accent, palette] of [
        [light, usualColours.light],
        [dark, usualColours.dark],
      ] as const)
        for (const back of [palette.background, palette.card, palette.highlight].map(parseColour))
          expect(accent && back && contrast(accent, back)).toBeGreaterThanOrEqual(leastTextContrast)
    },
  )

  it('are none where it is grey', async () => {
    const show = temporaryShow({'cover.png': await plain('#787878', 60)})
    expect(await coloursStyle(sharp, join(show, 'cover.png'))).not.toContain('--accent')
  })

  it('are those of pages whose author chose none', async () => {
    const {output, page} = await built()
    expect(page('index.html')).toContain('href="assets/cover.css"')
    expect(readFileSync(join(output, 'assets/cover.css'), 'utf8')).toMatch(/--accent: #[0-9a-f]{6}/)
    const chosen = await built({
      ...files,
      'show.yaml': showFile('image: cover.jpg', 'theme: {colours: {accent: "#0a6b4d"}}'),
    })
    expect(chosen.page('index.html')).not.toContain('assets/cover.css')
    expect(existsSync(join(chosen.output, 'assets/cover.css'))).toBe(false)
  })
})
