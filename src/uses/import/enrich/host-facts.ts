import type {MergeRule} from '../../../merge/merge-rule.ts'
import {readFrontMatter} from '../../../read/data/front-matter.ts'
import {episodeFields} from '../../../read/fields/episode-fields.ts'
import type {FieldTable} from '../../../read/fields/field-table.ts'
import {comparableKey} from '../../../read/fields/key-owners.ts'
import {showFields} from '../../../read/fields/show-fields.ts'

/** What subscribers know an episode by, and how apps sort it. The media fields are one fact: either of them is what apps download. */
const episodeFacts = [
  'title',
  'date',
  'guid',
  'audio',
  'video',
  'youtube',
  'season',
  'episode',
  'type',
  'explicit',
  'block',
]
const showFacts = ['title', 'guid']
const mediaFacts: readonly string[] = ['audio', 'video', 'youtube']

/**
 * Who is right in a file of a copy: what the source says of its facts always wins, under whatever name the author wrote them. Everything
 * else is the author's as soon as the author has changed it.
 */
export function hostRule(file: string, theirs: string): MergeRule {
  const facts = file.endsWith('.md') ? factNames(episodeFields, episodeFacts) : factNames(showFields, showFacts)
  const stated = new Set(topKeys(headOf(theirs)).flatMap((key) => facts.get(comparableKey(key)) ?? []))
  return {
    isOfSource: (key, mine, others) => {
      const value = fieldValue(key, mine)
      const found = namesIn(key, value).flatMap((name) => facts.get(comparableKey(name)) ?? [])
      if (!found.some((fact) => stated.has(fact))) return false
      return others === undefined || JSON.stringify(value) !== JSON.stringify(fieldValue(key, others))
    },
  }
}

/** The facts, by each name that they have. */
function factNames(table: FieldTable, facts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap((fact) => {
      const names = table[fact]?.keys ?? []
      return names.map((name) => [comparableKey(name), mediaFacts.includes(fact) ? 'media' : fact] as const)
    }),
  )
}

/** `episode: {title: …}` holds the title under a name that otherwise means the number. */
function namesIn(key: string, value: unknown): readonly string[] {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMap ? [key, ...Object.keys(value).map((name) => `${key}.${name}`)] : [key]
}

/** The value of one field. Lines that cannot be read, or that have the field twice, give no value, and so are equal to nothing. */
function fieldValue(key: string, lines: string | undefined): unknown {
  const {data, problems} = readFrontMatter(`---\n${lines ?? ''}---\n`, '')
  return problems.length > 0 ? undefined : data[key]
}

/** The front matter alone: lines of the notes may look like fields. */
function headOf(text: string): string {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n') : -1
  return end === -1 ? text : text.slice(0, end + 1)
}

function topKeys(text: string): readonly string[] {
  return [...text.matchAll(/^([A-Za-z_]+):/gm)].map(([, key]) => key ?? '')
}
