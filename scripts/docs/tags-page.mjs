import {namespaces} from '../../dist/tags/all-tags.js'
import {code, page, table} from './markdown.mjs'

/** @param {import('../../dist/tags/tag.js').Tag} tag */
function rowsOf({name, channel, item, summary, atom, json, member, spec, inner = []}) {
  const inJson = json ?? (member && `_podcast.${member.name}`)
  const levels = [channel && 'channel', item && 'item'].filter((level) => level !== undefined)
  return [
    [
      code(name),
      levels.join(', '),
      summary,
      atom === undefined ? '' : code(atom),
      inJson === undefined ? '' : code(inJson),
      `[specification](${spec})`,
    ],
    ...inner.map((each) => [code(each.name), code(name), each.summary, '', '', '']),
  ]
}

export function tagsPage() {
  const sections = namespaces.flatMap(({prefix, uri, tags}) => [
    `## ${prefix === '' ? 'RSS 2.0' : `\`${prefix}\` — ${uri}`}`,
    table(['tag', 'in', 'made from', 'in Atom', 'in JSON Feed', ''], tags.flatMap(rowsOf)),
  ])
  return page('Tags of the feeds', [
    'Every tag that Castwright writes in RSS, what it is made from, and where Atom and JSON Feed say the same. A feed declares only the namespaces that it uses.',
    ...sections,
  ])
}
