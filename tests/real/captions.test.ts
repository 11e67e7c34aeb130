import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {decodeText} from '../../src/text/encoding.ts'
import {detectTranscriptFormat} from '../../src/transcripts/all-formats.ts'
import {readTranscript} from '../../src/transcripts/convert.ts'

// Other people's caption files, not part of the project: CASTWRIGHT_MATERIAL names the folder that holds real/captions.
const folder = join(process.env.CASTWRIGHT_MATERIAL ?? '../shared', 'real', 'captions')
const indexFile = join(folder, 'INDEX.json')
const isHere = existsSync(indexFile)

/** Why a count differs from that of a script that counts lines with an arrow, or items of a list. */
const explanations: Readonly<Record<string, string>> = {
  '3b1b-qa4-words.json': 'a list of words: grouped into captions',
  'empty-cue.vtt': 'a cue without text is left out',
  'timing-line-in-text.vtt': 'times that stand twice are one cue',
  'yt-auto-2017-c-tags.vtt': 'rolling captions: the echo of a line is left out',
  'podlove-chapters-fg55.json': 'chapters, not a transcript: refused',
}

type IndexRow = {readonly file: string; readonly cues?: number; readonly n?: number}
type TableRow = {
  readonly file: string
  readonly format: string
  readonly counted: number | undefined
  readonly cues: number
  readonly turns: number
  readonly speakers: readonly string[]
  readonly codes: readonly string[]
}

describe('real caption files', () => {
  it('are all read as a script counted them, or refused by name', ({skip}) => {
    skip(!isHere, `not here: set CASTWRIGHT_MATERIAL to the folder with real/captions (looked in ${folder})`)
    const index = new Map((JSON.parse(readFileSync(indexFile, 'utf8')) as IndexRow[]).map((row) => [row.file, row]))
    const names = readdirSync(folder).filter((name) => name !== 'INDEX.json')
    expect(names.length).toBeGreaterThan(30)
    const rows = names.map((file) => rowOf(file, index.get(file)))
    process.stdout.write(`${rows.map(lineOf).join('\n')}\n`)
    const differing = rows.filter(({counted, cues}) => counted !== undefined && counted !== cues)
    expect(differing.map(({file}) => file).sort()).toEqual(Object.keys(explanations).sort())
    for (const {cues, codes} of rows) expect(cues > 0 || codes.length > 0).toBe(true)
  })
})

function rowOf(file: string, row: IndexRow | undefined): TableRow {
  const {text} = decodeText(readFileSync(join(folder, file)))
  const detected = detectTranscriptFormat(file, text)
  const outcome = readTranscript(text, file)
  const turns = outcome.ok ? outcome.value.parts.filter((part) => part.kind === 'turn') : []
  const speakers = turns.map((turn) => turn.speaker?.label).filter((label) => label !== undefined)
  return {
    file,
    format: detected.kind === 'format' ? detected.format.name : detected.kind,
    counted: row?.cues ?? row?.n,
    cues: turns.reduce((sum, turn) => sum + turn.cues.length, 0),
    turns: turns.length,
    speakers: [...new Set(speakers)],
    codes: outcome.problems.map((each) => each.code),
  }
}

function lineOf({file, format, counted, cues, turns, speakers, codes}: TableRow): string {
  const explanation = explanations[file] === undefined ? '' : ` (${explanations[file]})`
  const counts = `cues ${cues}/${counted ?? '-'}${explanation}, turns ${turns}`
  return `${file}: ${format}, ${counts}, speakers [${speakers.join(', ')}] ${codes.join(' ')}`
}
