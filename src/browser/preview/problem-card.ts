import type {ShownProblem} from '../../preview/previewed-show.ts'
import {make} from '../page/elements.ts'

/** A problem with its place, the lines around it, and what to do. */
export function problemCard({severity, code, message, hint, file, line, column, excerpt}: ShownProblem): HTMLElement {
  const place = [file, line, column].filter((each) => each !== undefined).join(':')
  const head = [
    make('b', {}, severity === 'info' ? 'note' : severity),
    ' ',
    make('code', {}, place),
    ' ',
    make('small', {}, code),
  ]
  const card = make('article', {class: severity}, make('p', {class: 'head'}, ...head), make('p', {}, message))
  if (excerpt) {
    const rows = excerpt.lines.map((text, index) => {
      const number = excerpt.firstLine + index
      return excerptRow(text, number, number === line, column)
    })
    card.append(make('pre', {}, ...rows))
  }
  if (hint) card.append(make('p', {class: 'hint'}, hint))
  return card
}

/** A line of the author's file. The sign at which the problem is, is marked in its line. */
function excerptRow(text: string, number: number, isAt: boolean, column: number | undefined): HTMLElement {
  const row = make('span', {class: isAt ? 'row at' : 'row'}, make('i', {}, String(number)))
  if (isAt && column) {
    const sign = make('mark', {}, text.slice(column - 1, column) || ' ')
    row.append(text.slice(0, column - 1), sign, `${text.slice(column)}\n`)
  } else row.append(`${text}\n`)
  return row
}
