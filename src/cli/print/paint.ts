import {styleText} from 'node:util'

/** A style of `util.styleText`. */
export type Styled = Parameters<typeof styleText>[0]

/** Whether to colour: only for a person at a terminal who has not said no (https://no-color.org). */
function coloured(): boolean {
  return process.stdout.isTTY === true && process.env.NO_COLOR === undefined
}

export function paint(style: Styled, text: string): string {
  return coloured() ? styleText(style, text) : text
}
