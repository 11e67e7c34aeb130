import {blockText} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'
import {type Label, readLabel} from '../markdown/markdown-labels.ts'
import {htmlOfBlock} from './facts-from-body.ts'

/** What the form of a block says about it, whoever takes part in the interview. */

export function headingDepth({token}: Block): number | undefined {
  return token.type === 'heading' ? token.depth : undefined
}

/** Several readers ask for the label of one block, and finding it takes ten expressions. */
const labels = new WeakMap<Block, Label | 'none'>()

/** The label that a paragraph starts with, by its form. It may be in italics or without a name. */
export function labelAtStart(block: Block): Label | undefined {
  const {token} = block
  if (token.type !== 'paragraph') return undefined
  const known = labels.get(block)
  if (known !== undefined) return known === 'none' ? undefined : known
  const label = readLabel(token.text, () => false)
  labels.set(block, label ?? 'none')
  return label
}

/** The label of a paragraph that starts with one: `**Nora:** …`, `Nora: …`. */
export function labelOfBlock(block: Block): Label | undefined {
  const label = labelAtStart(block)
  return label?.name === undefined || label.name === '' || label.form === 'italic' ? undefined : label
}

/** Counts words as people do: what stands between blanks and holds a letter or a digit. */
export function countWords(text: string): number {
  let count = 0
  for (const word of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) count += 1
  return count
}

const noteStart =
  /^[*_(]{1,4}\s*(?:(?:editor['’]?s?\s+)?note\s*:|transcri(?:pt|ption)\b[^.]{0,40}\b(?:edited|modified))/i

/** `*Note: Transcription has been edited.*`: the editor writes about the text. An emoticon may stand outside the emphasis. */
export function isEditorialNote({token}: Block): boolean {
  if (token.type !== 'paragraph') return false
  if (/^note: [^\n]{0,40}\btranscri/i.test(token.text)) return true
  if (!noteStart.test(token.text)) return false
  return /[*_)]\s*(?:[^\p{L}\p{N}]{0,8})$/u.test(token.text)
}

/** `## Transcript`, `# Transcript`, `## Transcription:` */
export function isTranscriptMark(block: Block): boolean {
  return block.token.type === 'heading' && /^(?:full |episode )?transcri(?:pt|ption)s?:?$/i.test(blockText(block.token))
}

const trackedLink = /[?&](?:amp;)?utm_[a-z]+=/i

/** This is asked of every block. The marks before `utm_` are searched for, because they are rarer than the letter `u`. */
function mayBeTracked(text: string): boolean {
  return text.includes('?utm_') || text.includes('&utm_') || text.includes(';utm_')
}

/**
 * Whether a block is an advertisement, which nobody spoke: a picture that is a tracked link, or a line that is wholly emphasised
 * around such a link.
 */
export function isPromotion(block: Block): boolean {
  const {token} = block
  if (!mayBeTracked(token.raw) || !trackedLink.test(token.raw)) return false
  const html = htmlOfBlock(block)
  if (html !== undefined) return htmlText(html) === ''
  if (token.type !== 'paragraph') return false
  if (/^\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)$/.test(token.text)) return true
  return /^[^\p{L}\p{N}]{0,8}[*_]\S[\s\S]*[*_][^\p{L}\p{N}]{0,8}$/u.test(token.text)
}

const picture = /^!\[[^\]\n]*\]\([^)\n]*\)$/

/** Whether a block is a rule, a picture, or HTML without anything to read. */
export function isSilent(block: Block): boolean {
  const {token} = block
  if (token.type === 'paragraph' && token.text.startsWith('!')) return picture.test(token.text)
  const html = htmlOfBlock(block)
  return html === undefined ? token.type === 'hr' : htmlText(html) === ''
}

/** Whether a paragraph or a heading is how a host says goodbye. Nothing below it is spoken. */
export function isSignOff(text: string): boolean {
  return (
    /^(?:and )?(?:thank(?:s| you)(?: all| everyone| so much| very much)?,? for (?:listening|tuning in|watching|joining us|reading))/i.test(
      text,
    ) && countWords(text) <= 40
  )
}

const sectionWords =
  /^(?:rapid[- ]fire\b.*|lightning[- ]round\b.*|outro|intro|introduction|(?:part|chapter|section) \w+.*|q ?& ?a|conclusion|wrap[- ]up)$/i
const closingWords =
  /^(?:resources|links?|show ?notes|credits|references|further reading|about|follow|mentioned|honou?rable mentions|sponsors?)\b/i
const addresses = /\b(?:i|i['’]\w+|me|my|we|us|our|you|your|you['’]\w+)\b/i
const questionStart =
  /^(?:what|how|why|where|when|who|whose|which|whom|can|could|would|should|do|does|did|is|are|was|were|have|has|had|will|any|anything|tell|so|and|but|well|if|wow|no|yes|ok|okay|thanks|thank|welcome|hi|hello|great|very|that|it|this)\b/i
const ended = /[.?!…][)\]"”’'*_]*$/

/**
 * Whether a heading among the questions is the title of a section and not a question. It says so itself (`Outro`), or it ends with
 * a colon and a heading follows, or it has the form of a title (three or more words, no final punctuation, and it addresses
 * nobody). A missing question mark alone is no test: `No way` and `Anything else` are questions of the host.
 */
export function isSectionTitle(text: string, next: Block | undefined): boolean {
  const bare = withoutColon(text)
  const headingFollows = next !== undefined && headingDepth(next) !== undefined
  if (sectionWords.test(bare)) return true
  if (text.trimEnd().endsWith(':') && headingFollows) return true
  if (ended.test(bare) || questionStart.test(bare) || addresses.test(bare)) return false
  const count = countWords(bare)
  return count >= 3 && count <= 12
}

function withoutColon(text: string): string {
  let bare = text.trimEnd()
  while (bare.endsWith(':')) bare = bare.slice(0, -1).trimEnd()
  return bare
}

/** `Resources`, `Links`, `Follow Nora online`: a title of what comes after an interview. */
export function isClosingTitle(text: string): boolean {
  return closingWords.test(text) && countWords(text) <= 8
}
