import {authoredTags} from '../../tags/all-tags.ts'
import type {JsonSchema} from '../../tags/kinds/value-kind.ts'
import type {AuthoredKey} from '../../tags/tag.ts'
import {episodeFields} from './episode-fields.ts'
import type {FieldTable} from './field-table.ts'
import {withSharedParts} from './shared-schemas.ts'
import {showFields} from './show-fields.ts'

/** One line of the tables in docs/front-matter.md. */
export type FieldDoc = {
  readonly level: 'show' | 'episode'
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly summary: string
  readonly example: string
  readonly default?: string
}

type Level = FieldDoc['level']

const tables: Readonly<Record<Level, FieldTable>> = {show: showFields, episode: episodeFields}

function tagKeys(level: Level): readonly AuthoredKey[] {
  return authoredTags.filter((tag) => tag.level === level || tag.level === 'both')
}

/** Describes every key that authors may write. The fields come first, then the keys that tags own. */
export function fieldDocs(level: Level): readonly FieldDoc[] {
  const fields = Object.entries(tables[level]).map(([name, row]) => ({
    level,
    name,
    aliases: row.keys.filter((key) => key !== name),
    kind: row.kind.name,
    summary: row.summary,
    example: row.example,
    ...(row.default === undefined ? {} : {default: row.default}),
  }))
  const tags = tagKeys(level).map(({key, aliases, kind, meaning, example}) => ({
    level,
    name: key,
    aliases,
    kind: kind.name,
    summary: meaning,
    example,
  }))
  return [...fields, ...tags]
}

/** The schema that the first line of show.yaml can name: `# yaml-language-server: $schema=…`. */
export function showJsonSchema(): JsonSchema {
  return {
    ...schemaOf('show', 'show.yaml', 'A podcast, as Castwright publishes it.'),
    required: ['title', 'description', 'site_url'],
    // The build finds slips, too. Editors mark them while the author writes.
    additionalProperties: false,
  }
}

/** The schema for the front matter of episodes. Other keys are allowed, because they may belong to other tools. */
export function episodeJsonSchema(): JsonSchema {
  return schemaOf('episode', 'Episode', 'The front matter of an episode.')
}

function schemaOf(level: Level, title: string, description: string): JsonSchema {
  const kinds = new Map<string, JsonSchema>([
    ...Object.entries(tables[level]).map(([name, row]) => [name, row.kind.jsonSchema] as const),
    ...tagKeys(level).map(({key, kind}) => [key, kind.jsonSchema] as const),
  ])
  const properties: Record<string, JsonSchema> = {}
  for (const doc of fieldDocs(level)) {
    const text = doc.default === undefined ? doc.summary : `${doc.summary} Without it: ${doc.default}.`
    const schema = allowingEmpty(kinds.get(doc.name) ?? {})
    properties[doc.name] = {description: `${text}\n\n${doc.example}`, ...schema}
    // A name with a dot is a map in YAML. Such names are left to the author's own tool.
    for (const alias of doc.aliases.filter((each) => !each.includes('.')))
      properties[alias] ??= {description: `The same as \`${doc.name}\`.`, $ref: `#/properties/${doc.name}`}
  }
  return withSharedParts({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://unpkg.com/castwright/schema/${level}.schema.json`,
    title,
    description,
    type: 'object',
    properties,
  })
}

/** A key without a value (`subtitle:`) means the same as no key, and templates are full of such keys. */
function allowingEmpty(schema: JsonSchema): JsonSchema {
  return {anyOf: [schema, {type: 'null'}]}
}
