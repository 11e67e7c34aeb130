import type {TemplateData} from '../../data/template-types.ts'
import type {PartName, SiteChannel} from '../../model/templates.ts'
import type {Html} from '../../text/markup/html.ts'
import {commonData, type MadePage} from './template-data.ts'

type Made<D> = {
  readonly channel: SiteChannel
  readonly page: MadePage
  readonly name: PartName
  /** What a template of this part gets beside what all templates get. It is made only if there is such a template. */
  readonly data: () => D
}

/**
 * A part of a page. The author's template makes it if there is one, else it is made here. What is there on every page or in every row of a
 * list gives a list of pieces: a generator function that is made anew each time costs V8 three maps.
 */
export function* part<D extends object>(
  {channel, page, name, data}: Made<Omit<D, keyof TemplateData>>,
  ours: () => Iterable<string>,
): Generator<string> {
  const {templates} = channel
  const made =
    templates?.has(name) === true ? templates.render(name, {...commonData(channel, page), ...data()}) : undefined
  if (made === undefined) yield* ours()
  else yield made
}

/** A piece of HTML for a template. What is empty is nothing, so that a template can ask for it. */
export function ready(piece: Html | string | undefined | false): Html | null {
  if (piece === undefined || piece === false || piece === '') return null
  const html = typeof piece === 'string' ? ({html: piece} as Html) : piece
  return html.html.trim() === '' ? null : html
}
