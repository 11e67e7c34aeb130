import {data, Evaluator, Lexer, Parser} from '@actions/expressions'

/** What expressions of a workflow may ask: `github`, `steps`, `needs`, `secrets`, `vars`. */
export type Contexts = Readonly<Record<string, unknown>>

function evaluated(expression: string, contexts: Contexts): data.ExpressionData {
  const {tokens} = new Lexer(expression).lex()
  const syntax = new Parser(tokens, Object.keys(contexts), []).parse()
  const context: unknown = JSON.parse(JSON.stringify(contexts), data.reviver)
  if (!(context instanceof data.Dictionary)) throw new Error('contexts are a map')
  return new Evaluator(syntax, context).evaluate()
}

/** Whether a condition of a job or step holds, by GitHub's own evaluator. */
export function holds(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true
  return evaluated(`(${condition}) && true`, contexts).coerceString() === 'true'
}

/** `text` with the values of its `${{ }}`. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_match, expression: string) =>
    evaluated(expression, contexts).coerceString(),
  )
}
