import {data, Evaluator, Lexer, Parser} from '@actions/expressions'

/** What expressions of a workflow may ask: `github`, `steps`, `needs`, `secrets`, `vars`. */
export type Contexts = Readonly<Record<string, unknown>>

/** What \`hashFiles\` and the functions of the state of a run answer: they are the runner's, and no part of the language. */
export type Runner = {readonly hashFiles: (path: string) => string; readonly hasFailed: boolean}
const noRunner: Runner = {hashFiles: () => '', hasFailed: false}

function answered(expression: string, {hashFiles, hasFailed}: Runner): string {
  return expression
    .replace(/hashFiles\('([^']*)'\)/g, (_call, path: string) => `'${hashFiles(path)}'`)
    .replaceAll('failure()', String(hasFailed))
    .replaceAll('cancelled()', 'false')
}

function evaluated(expression: string, contexts: Contexts): data.ExpressionData {
  const {tokens} = new Lexer(expression).lex()
  const syntax = new Parser(tokens, Object.keys(contexts), []).parse()
  const context: unknown = JSON.parse(JSON.stringify(contexts), data.reviver)
  if (!(context instanceof data.Dictionary)) throw new Error('contexts are a map')
  return new Evaluator(syntax, context).evaluate()
}

/** Whether a condition of a job or step holds, by GitHub's own evaluator. */
export function holds(condition: string | undefined, contexts: Contexts, runner = noRunner): boolean {
  if (condition === undefined) return true
  const bare = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1')
  return evaluated(`(${answered(bare, runner)}) && true`, contexts).coerceString() === 'true'
}

/** `text` with the values of its `${{ }}`. */
export function filledIn(text: string, contexts: Contexts, runner = noRunner): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_match, expression: string) =>
    evaluated(answered(expression, runner), contexts).coerceString(),
  )
}
