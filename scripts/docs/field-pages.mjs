import {episodeFields} from '../../dist/read/fields/episode-fields.js'
import {feedFields} from '../../dist/read/fields/feed-fields.js'
import {showFields} from '../../dist/read/fields/show-fields.js'
import {authoredTags} from '../../dist/tags/all-tags.js'
import {appleCategories} from '../../dist/tags/kinds/apple-categories.js'
import {code, fence, page, table} from './markdown.mjs'

/**
 * @param {import('../../dist/read/fields/field-table.js').FieldTable} fields
 * @param {'show' | 'episode'} [level] whose tags have keys there
 */
function fieldTable(fields, level) {
  const own = Object.values(fields).map(({keys: [key, ...aliases], kind, summary, example, default: byDefault}) => [
    code(key),
    kind.name,
    `${summary}${byDefault === undefined ? '' : ` Default: ${byDefault}.`}`,
    code(example),
    aliases.map(code).join(', '),
  ])
  const ofTags = authoredTags
    .filter((tag) => level !== undefined && (tag.level === level || tag.level === 'both'))
    .map(({key, kind, example, aliases, meaning}) => [
      code(key),
      kind.name,
      meaning,
      code(example),
      aliases.map(code).join(', '),
    ])
  return table(['field', 'value', 'meaning', 'example', 'also written'], [...own, ...ofTags])
}

function categoryTable() {
  return table(
    ['category', 'categories below it'],
    [...appleCategories].map(([name, below]) => [name, below.join(', ')]),
  )
}

export function showPage() {
  return page('show.yaml', [
    'The fields of the show. In keys, capital letters, `_` and `-` make no difference: `siteUrl`, `site-url` and `site_url` are the same key. With this first line, editors check the file as you type:',
    fence('yaml', '# yaml-language-server: $schema=https://unpkg.com/castwright/schema/show.schema.json'),
    fieldTable(showFields, 'show'),
    '## Feeds',
    'In `feeds`, each key except `rss`, `atom` and `json` is the name of a feed. `main` is the main feed. The first eight fields choose the episodes of the feed: an episode is in it only if all of these fields are true of it.',
    fieldTable(feedFields),
    '## Categories',
    'Directories know only the categories of Apple. A show has one category or more, the main one first. Write a category of the second column alone, or after the one it belongs to: `Books`, or `Arts > Books`.',
    categoryTable(),
  ])
}

export function frontMatterPage() {
  return page('Front matter', [
    'The fields of an episode, in YAML (`---`), TOML (`+++`) or JSON (`---json`, or a bare `{`), or as Pelican (`Title: …` up to the first empty line) and Nikola (a comment with `.. title: …`) have them. In keys, capital letters, `_` and `-` make no difference. A key may begin with `itunes_` or `podcast_`. A dot means a map: `episode.title` is the key `title` in the map `episode`. Leave out what the file name, the text or the media file says already.',
    fieldTable(episodeFields, 'episode'),
  ])
}
