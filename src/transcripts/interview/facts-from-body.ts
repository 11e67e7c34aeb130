import type {HostedVideo} from '../../model/media.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import {parseHostedVideo, videoServiceNames} from '../../text/addresses/hosted-video.ts'
import {blockText} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {type HtmlToken, htmlText, scanHtml} from '../../text/markup/html-tokens.ts'
import {parseDate} from '../../text/time/dates.ts'
import {problem} from './interview-problems.ts'

/** A person whom a page shows as its author: `<span class="fullname">`, with the handle in `<code>`. */
export type AuthorCard = {
  readonly name: string
  readonly handle?: string
  readonly image?: string
  readonly line: number
}

export type BodyFacts = {
  readonly title?: string
  /** A calendar date such as `2022-04-13`, because the page states no time and no zone. */
  readonly date?: string
  readonly hostedVideo?: HostedVideo
  /** Line of the `<iframe>`, if the video was found there. */
  readonly videoLine?: number
  readonly author?: AuthorCard
}

export type FactName = 'title' | 'date' | 'people'

/** What the front matter says. It goes before anything that is found in the body. */
export type FactContext = {
  readonly title?: string
  readonly hostedVideo?: HostedVideo
  /** The facts that the front matter states. They are not reported as inferred. */
  readonly written: ReadonlySet<FactName>
}

export type BodyFactsReading = {
  readonly facts: BodyFacts
  /** The blocks without those that held only a fact. */
  readonly rest: readonly Block[]
  readonly problems: readonly Problem[]
}

/** What one block gives, and the visible text of the block that these facts account for. */
type Found = {-readonly [Key in keyof BodyFacts]: BodyFacts[Key]} & {readonly accounted: string[]}

/**
 * Facts that an article carries in its body instead of its front matter: `<h1>` or `#` title, publication line, video `<iframe>`,
 * author card. A block that holds nothing else is removed from the show notes. `written` names what the front matter states
 * already, and its `title` and `hostedVideo` win. Everything else gets an `info` problem, so that nothing is inferred in silence.
 */
export function inferFacts(blocks: readonly Block[], context: FactContext): BodyFactsReading {
  let facts: BodyFacts = present({hostedVideo: context.hostedVideo})
  const rest: Block[] = []
  const problems: Problem[] = []
  let isOpening = true
  for (const block of blocks) {
    const found = isOpening || block.token.type === 'html' ? factsOfBlock(block, isOpening) : undefined
    if (found !== undefined) {
      problems.push(...factProblems(found, facts, context, block.line))
      facts = {...withoutAccounted(found), ...facts}
    }
    const title = context.title ?? facts.title
    if (found === undefined || !isAccountedFor(block, found, facts, title)) {
      if (!(isOpening && repeatsTitle(block, title))) rest.push(block)
      // The opening is what stands above the text. A date in the middle of an article is the date of something else.
      if (block.token.type === 'paragraph' && !isHtmlOnly(block)) isOpening = false
    }
  }
  return {facts, rest, problems}
}

function withoutAccounted({accounted: _, ...facts}: Found): BodyFacts {
  return facts
}

/** To its author, a paragraph that starts with a tag is HTML. To Markdown, `<a href="…"><img …></a>` is no block of its own. */
export function htmlOfBlock({token}: Block): string | undefined {
  if (token.type === 'html') return token.text
  return token.type === 'paragraph' && token.text.startsWith('<') ? token.text : undefined
}

function isHtmlOnly(block: Block): boolean {
  const html = htmlOfBlock(block)
  return html !== undefined && htmlText(html) === ''
}

function factsOfBlock(block: Block, isOpening: boolean): Found | undefined {
  const {token} = block
  if (token.type === 'html') return factsOfHtml(scanHtml(token.text), block.line)
  if (!isOpening || (token.type !== 'paragraph' && token.type !== 'heading')) return undefined
  const text = blockText(token)
  if (token.type === 'heading') return token.depth === 1 ? {title: text, accounted: [text]} : undefined
  const date = publicationDate(text)
  return date === undefined ? undefined : {date, accounted: [text]}
}

function factsOfHtml(tokens: readonly HtmlToken[], line: number): Found | undefined {
  const found: Found = {accounted: []}
  const card: {name?: string; handle?: string; image?: string} = {}
  let open: {readonly name: string; readonly className: string} = {name: '', className: ''}
  for (const token of tokens) {
    if (token.kind === 'close') continue
    if (token.kind === 'text') {
      readHtmlText(token.text.trim(), open, found, card)
      continue
    }
    open = {name: token.name, className: token.attributes.get('class') ?? ''}
    const source = token.attributes.get('src') ?? ''
    if (token.name === 'iframe') addVideo(found, source, line)
    if (token.name === 'img' && /\bavatar\b/.test(open.className) && /^https?:/.test(source)) card.image = source
  }
  if (card.name !== undefined) found.author = {...card, name: card.name, line}
  const isEmpty =
    found.title === undefined &&
    found.date === undefined &&
    found.hostedVideo === undefined &&
    found.author === undefined
  return isEmpty ? undefined : found
}

function addVideo(found: Found, source: string, line: number): void {
  const video = parseHostedVideo(source)
  if (video === undefined || found.hostedVideo !== undefined) return
  found.hostedVideo = video
  found.videoLine = line
}

function readHtmlText(
  text: string,
  open: {readonly name: string; readonly className: string},
  found: Found,
  card: {name?: string; handle?: string},
): void {
  if (text === '') return
  const date = publicationDate(text)
  if (open.name === 'h1') found.title ??= text.replace(/\s+/g, ' ')
  else if (/\bfullname\b/.test(open.className)) card.name ??= text
  else if (open.name === 'code') card.handle ??= text
  else if (date !== undefined) found.date ??= date
  else return
  found.accounted.push(text)
}

const publicationLine = /^(?:first |originally )?(?:published|posted|released)(?: on)?:? +([^\n]{6,40})$/i

/** `Published April 13, 2022.` and similar lines, as `2022-04-13`. */
function publicationDate(text: string): string | undefined {
  const match = text.length <= 80 ? publicationLine.exec(text.trim()) : null
  const date = match && parseDate((match[1] ?? '').replace(/\.$/, ''), 'UTC')
  return date && 'at' in date ? date.at.toISOString().slice(0, 10) : undefined
}

function isAccountedFor(block: Block, found: Found, facts: BodyFacts, title: string | undefined): boolean {
  // A second video, another page, or a heading that is not the title of the episode is content.
  if (block.token.type === 'html' && embedsOther(block.token.text, facts.hostedVideo)) return false
  if (found.title !== undefined && title !== undefined && titleKey(found.title) !== titleKey(title)) return false
  const visible = block.token.type === 'html' ? htmlText(block.token.text) : blockText(block.token)
  let remaining = visible
  for (const text of found.accounted) remaining = remaining.replace(text.replace(/\s+/g, ' '), '')
  return remaining.trim() === ''
}

function embedsOther(html: string, video: HostedVideo | undefined): boolean {
  return scanHtml(html).some((token) => {
    if (token.kind !== 'open' || token.name !== 'iframe') return false
    const embedded = parseHostedVideo(token.attributes.get('src') ?? '')
    return embedded === undefined || embedded.id !== video?.id
  })
}

function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `## Welcome to <title>` says the title a second time. */
function repeatsTitle({token}: Block, title: string | undefined): boolean {
  if (title === undefined || (token.type !== 'heading' && token.type !== 'paragraph')) return false
  if (token.type === 'heading' && token.depth > 2) return false
  const key = titleKey(title)
  return key !== '' && titleKey(blockText(token)).replace(/^welcome to /, '') === key
}

function factProblems(found: Found, before: BodyFacts, context: FactContext, line: number): Problem[] {
  const problems: Problem[] = []
  const {written} = context
  if (found.title !== undefined && before.title === undefined && context.title === undefined && !written.has('title')) {
    problems.push(inferred(line, `The title "${found.title}" is taken from the heading`, `title: "${found.title}"`))
  }
  if (found.date !== undefined && before.date === undefined && !written.has('date')) {
    problems.push(inferred(line, `The date ${found.date} is taken from the publication line`, `date: ${found.date}`))
  }
  if (found.hostedVideo !== undefined && before.hostedVideo === undefined) {
    const {service, id, pageUrl} = found.hostedVideo
    problems.push(
      inferred(line, `The ${videoServiceNames[service]} video ${id} is taken from the iframe`, `video: ${pageUrl}`),
    )
  }
  return problems
}

/** Everything that was inferred is reported, with the line it stands on and the front matter that would pin it. */
export function inferred(line: number | undefined, message: string, frontMatter: string): Problem {
  return problem(
    'fact-inferred',
    line === undefined ? {} : {line},
    message,
    `Write it into the front matter to make it certain: ${frontMatter}`,
  )
}
