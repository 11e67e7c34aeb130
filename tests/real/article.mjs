// Builds an interview article as its author would and holds what is published against a list of what a reader finds in it:
//
//   node tests/real/article.mjs ARTICLE.md TRUTH.json
//
// Prints a line a fact and the count of differences; exit 1 with any. The truth file names title, date, video, people and turns.
import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {fromHtml} from 'hast-util-from-html'

const root = resolve(import.meta.dirname, '../..')

/** The show file of a person in a hurry; everything else has to come out of the article. */
const showFile = 'title: Interviews\ndescription: Conversations.\nsite_url: https://example.org/\nlanguage: en\n'

/**
 * @typedef {import('hast').Root['children'][number] | import('hast').Root} Node
 * @typedef {{speaker: string, paragraphs: string[]}} Turn
 * @typedef {{
 *   title: string, published: string, youtube_id: string, host: string, guest: string,
 *   sections: readonly string[], editorial: readonly string[], stage_directions: readonly string[],
 *   turn_list: readonly {speaker: string, starts: string, ends: string}[],
 *   signoff?: readonly {speaker: string, text: string}[],
 *   speakers: Record<string, {turns: number, words: number}>,
 *   links: readonly {text: string, url: string, html?: boolean}[],
 * }} Truth
 */

/** @param {string} article */
function published(article) {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-article-'))
  try {
    copyFileSync(article, join(folder, basename(article).replace(/\.txt$/, '.md')))
    writeFileSync(join(folder, 'show.yaml'), showFile)
    const output = join(folder, 'output')
    const command = [join(root, 'dist/bin/castwright.js'), 'build', folder, '--out', output, '--format', 'json']
    const {status, stdout, stderr} = spawnSync(process.execPath, command, {encoding: 'utf8'})
    if (status !== 0) throw new Error(`The build failed with exit code ${status}:\n${stdout}${stderr}`)
    const item = JSON.parse(readFileSync(join(output, 'feed.json'), 'utf8')).items[0]
    const page = item.url.slice('https://example.org/'.length)
    return {item, transcript: fromHtml(readFileSync(join(output, page, 'transcript.html'), 'utf8'), {fragment: true})}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/**
 * @param {Node} node
 * @returns {string}
 */
function textOf(node) {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/**
 * @param {Node} node
 * @returns {readonly {text: string, url: unknown}[]}
 */
function linksOf(node) {
  if (!('children' in node)) return []
  const own = node.type === 'element' && node.tagName === 'a' ? [{text: textOf(node), url: node.properties.href}] : []
  return [...own, ...node.children.flatMap(linksOf)]
}

/** @param {import('hast').Element} paragraph */
function isNote({tagName, children: [first, ...rest]}) {
  return tagName === 'p' && rest.length === 0 && first?.type === 'element' && first.tagName === 'em'
}

/**
 * The turns of a published transcript: a `cite` names who speaks in the paragraphs below it.
 * @param {import('hast').Root} transcript
 */
function readTranscript({children}) {
  /** @type {Turn[]} */
  const turns = []
  /** @type {string[]} */
  const sections = []
  /** @type {string[]} */
  const notes = []
  for (const node of children.filter((each) => each.type === 'element')) {
    if (node.tagName === 'cite') turns.push({speaker: textOf(node).replace(/:$/, ''), paragraphs: []})
    else if (/^h[1-6]$/.test(node.tagName)) sections.push(textOf(node))
    else if (isNote(node)) notes.push(textOf(node))
    else turns.at(-1)?.paragraphs.push(textOf(node))
  }
  return {turns, sections, notes}
}

/** @param {string} text */
function countWords(text) {
  return text.split(/\s+/).filter((word) => word !== '').length
}

let differences = 0
/**
 * @param {string} fact
 * @param {boolean} isRight
 * @param {unknown} found
 */
function hold(fact, isRight, found) {
  if (!isRight) differences += 1
  console.log(`${isRight ? 'as in the truth' : 'DIFFERS'}  ${fact}${isRight ? '' : `: ${JSON.stringify(found)}`}`)
}

/**
 * Every turn in its order; what stands after the last one of the list has to be the farewell.
 * @param {readonly Turn[]} turns
 * @param {Truth} truth
 */
function holdTurns(turns, truth) {
  const listed = turns.slice(0, truth.turn_list.length)
  const wrong = truth.turn_list.filter(({speaker, starts, ends}, index) => {
    const turn = listed[index]
    const isRight =
      turn?.speaker === speaker &&
      turn.paragraphs[0]?.startsWith(starts.trim()) &&
      turn.paragraphs.join(' ').trimEnd().endsWith(ends.trim())
    return !isRight
  })
  hold(`${truth.turn_list.length} turns in order, each with its speaker, start and end`, wrong.length === 0, wrong)
  const farewell = turns.slice(listed.length).map(({speaker, paragraphs}) => `${speaker}: ${paragraphs.join(' ')}`)
  const expected = (truth.signoff ?? []).map(({speaker, text}) => `${speaker}: ${text}`)
  hold(`the farewell, after them: ${expected.join('; ')}`, farewell.join() === expected.join(), farewell)
  for (const [name, {turns: count, words}] of Object.entries(truth.speakers)) {
    const own = listed.filter(({speaker}) => speaker === name)
    const said = own.reduce((sum, {paragraphs}) => sum + countWords(paragraphs.join(' ')), 0)
    hold(`${name}: ${count} turns, ${words} words`, own.length === count && Math.abs(said - words) <= words * 0.01, [
      own.length,
      said,
    ])
  }
}

const [article, truthFile] = process.argv.slice(2)
if (article === undefined || truthFile === undefined) {
  console.error('Usage: node tests/real/article.mjs ARTICLE.md TRUTH.json')
  process.exit(2)
}
/** @type {Truth} */
const truth = JSON.parse(readFileSync(truthFile, 'utf8'))
const {item, transcript} = published(resolve(article))
const {turns, sections, notes} = readTranscript(transcript)
const people = item._podcast.persons.map(
  (/** @type {{role: string, name: string}} */ {role, name}) => `${role} ${name}`,
)
const spoken = turns.flatMap(({paragraphs}) => paragraphs).join('\n')
const links = [...linksOf(transcript), ...linksOf(fromHtml(item.content_html ?? '', {fragment: true}))]

hold(`title ${truth.title}`, item.title === truth.title, item.title)
hold(`date ${truth.published}`, item.date_published.startsWith(truth.published), item.date_published)
hold(`video ${truth.youtube_id}`, item._podcast.video_url?.endsWith(truth.youtube_id), item._podcast.video_url)
hold(`host ${truth.host}, guest ${truth.guest}`, people.join() === `Host ${truth.host},Guest ${truth.guest}`, people)
holdTurns(turns, truth)
hold(`sections ${truth.sections.join(', ')}`, sections.join() === truth.sections.join(), sections)
hold(
  `${truth.editorial.length} editorial note`,
  truth.editorial.every((text, index) => notes[index]?.startsWith(text.trim())),
  notes,
)
hold(
  `${truth.stage_directions.length} stage directions`,
  truth.stage_directions.every((text) => spoken.includes(text)),
  spoken,
)
// Raw HTML of the article is the author's card and advertisements: people and dropped blocks, no links of the interview.
const written = truth.links.filter(({html}) => html !== true)
const missing = written.filter(({text, url}) => !links.some((link) => link.text === text && link.url === url))
hold(`${written.length} links with their text`, missing.length === 0, missing)
console.log(`${differences} differences`)
process.exitCode = differences === 0 ? 0 : 1
