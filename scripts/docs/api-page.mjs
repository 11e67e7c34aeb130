import {exportedDeclarations} from './api-declarations.mjs'
import {apiSections} from './api-sections.mjs'
import {fence, page} from './markdown.mjs'

/** @typedef {import('./api-declarations.mjs').Declaration} Declaration */

/** @param {Declaration} declaration */
function entry({name, code, comment}) {
  return [`### \`${name}\``, comment.replaceAll('\n', ' '), fence('ts', code)]
}

export function apiPage() {
  const declarations = new Map(exportedDeclarations().map((each) => [each.name, each]))
  const told = apiSections.flatMap(({names}) => names)
  const missing = [...declarations.keys()].filter((name) => !told.includes(name))
  if (missing.length > 0) throw new Error(`in no section of scripts/docs/api-sections.mjs: ${missing.join(', ')}`)
  const sections = apiSections.flatMap(({title, text, example, names}) => [
    `## ${title}`,
    text,
    fence('ts', example),
    ...names.flatMap((name) => {
      const declaration = declarations.get(name)
      if (declaration === undefined) throw new Error(`src/index.ts does not export ${name}`)
      return entry(declaration)
    }),
  ])
  return page('Castwright as a library', [
    'Everything that the commands do, as typed functions that print nothing. Each section begins with an example that compiles. If a type is named here but has no entry, it is internal: it is typed, and any version may change it.',
    ...sections,
  ])
}
