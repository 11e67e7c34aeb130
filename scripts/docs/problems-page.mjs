import {problemTables} from '../../dist/problems/all-problems.js'
import {fence, page} from './markdown.mjs'

/** @typedef {import('../../dist/model/problem-kind.js').ProblemKind} ProblemKind */

/**
 * Examples of what is too long are too long themselves.
 * @param {string} example
 */
function clipped(example) {
  return example.length > 600 ? `${example.slice(0, 120)}…` : example
}

export function problemsPage() {
  const rooms = Object.entries(problemTables).map(([title, kinds]) => ({
    title,
    problems: Object.entries(/** @type {Readonly<Record<string, ProblemKind>>} */ (kinds)),
  }))
  const index = rooms.map(({title, problems}) => {
    const links = problems.map(([name]) => `[${name}](#${name})`)
    return `- **${title}**: ${links.join(', ')}`
  })
  const entries = rooms
    .flatMap(({problems}) => problems)
    .flatMap(([name, {severity, otherwise, why, bad, good}]) => [
      `## ${name}`,
      `*${severity}* — ${why}`,
      ...(otherwise === undefined ? [] : [otherwise]),
      'Instead of',
      fence('', clipped(bad)),
      'write',
      fence('', clipped(good)),
    ])
  return page('Problems', [
    'Every problem that Castwright reports, by its code. Codes are permanent. An *error* stops a build, a *warning* does not, *info* says what was inferred.',
    index.join('\n'),
    ...entries,
  ])
}
