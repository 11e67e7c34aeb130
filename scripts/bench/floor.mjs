// What a build cannot do without, and nothing else: no checks, no problems, no lock, no memory. How far from it are we?
//   node scripts/bench/floor.mjs cold SHOW OUTPUT     Markdown by marked in two threads; as many files and bytes as a build writes
//   node scripts/bench/floor.mjs touched SHOW OUTPUT  asks for the stamps of all inputs and outputs, and reads and writes the memory
//   node scripts/bench/floor.mjs check FEED           reads a feed with the XML parser, and looks at nothing
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'

/** @typedef {readonly [slug: string, item: string]} Item */

/**
 * Every second episode.
 * @param {string} show
 * @param {string} output
 * @param {number} half
 * @returns {Promise<readonly Item[]>}
 */
async function episodes(show, output, half) {
  const [{default: yaml}, {marked}] = await Promise.all([import('js-yaml'), import('marked')])
  /** @param {string} text */
  const html = (text) => marked.parse(text, {async: false})
  const names = readdirSync(show).filter((name) => name.endsWith('.md'))
  return names
    .filter((_, index) => index % 2 === half)
    .map((name) => {
      const slug = name.replace(/\.md$/, '')
      const [, head = '', body = ''] = readFileSync(join(show, name), 'utf8').split(/^---\n/m)
      const {title, chapters} = /** @type {Record<string, unknown>} */ (yaml.safeLoad(head))
      const [notes = '', transcript = ''] = body.split('\n## Interview transcript\n')
      const [notesHtml, transcriptHtml] = [html(notes), html(transcript)]
      const folder = join(output, 'episodes', slug)
      mkdirSync(folder, {recursive: true})
      writeFileSync(join(folder, 'index.html'), `<!doctype html><title>${title}</title>${notesHtml}${transcriptHtml}`)
      writeFileSync(join(folder, 'transcript.html'), transcriptHtml)
      writeFileSync(join(folder, 'transcript.txt'), transcript)
      for (const name of ['chapters.json', 'chapters.vtt']) writeFileSync(join(folder, name), JSON.stringify(chapters))
      return [
        slug,
        `<item><title>${title}</title><guid>${slug}</guid><content><![CDATA[${notesHtml}]]></content></item>`,
      ]
    })
}

/** @param {string} show @param {string} output */
async function cold(show, output) {
  mkdirSync(output, {recursive: true})
  const other = new Worker(new URL(import.meta.url), {workerData: [show, output]})
  /** @type {Promise<readonly Item[]>} */
  const theirs = new Promise((resolve) => {
    other.once('message', resolve)
  })
  const items = [...(await episodes(show, output, 0)), ...(await theirs)].sort(([one], [two]) => (one < two ? 1 : -1))
  const feed = items.map(([, item]) => item).join('\n')
  for (const name of ['feed.xml', 'atom.xml', 'feed.json']) writeFileSync(join(output, name), feed)
}

/** @param {string} show @param {string} output */
function touched(show, output) {
  for (const folder of [show, output])
    for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true}))
      if (entry.isFile()) statSync(join(entry.parentPath, entry.name))
  const memory = join(show, '.castwright/episodes.cache')
  writeFileSync(`${memory}.floor`, readFileSync(memory))
}

/** @param {string} feed */
async function check(feed) {
  const {SaxesParser} = await import('saxes')
  const parser = new SaxesParser({xmlns: true, position: false})
  parser.on('opentag', () => {})
  parser.on('text', () => {})
  parser.write(readFileSync(feed, 'utf8')).close()
}

const [what, input = '', output = ''] = process.argv.slice(2)
if (!isMainThread) parentPort?.postMessage(await episodes(workerData[0], workerData[1], 1))
else if (what === 'cold') await cold(input, output)
else if (what === 'touched') touched(input, output)
else if (what === 'check') await check(input)
else throw new Error('Usage: node scripts/bench/floor.mjs cold|touched|check INPUT [OUTPUT]')
