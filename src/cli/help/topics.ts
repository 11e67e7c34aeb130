import {lexer, type Token, type Tokens} from 'marked'
import {nearest} from '../parse-arguments.ts'
import {type DocPage, docPages, readDocPage} from './doc-pages.ts'

/** What `castwright help NAME` prints: a section of the documentation, or the row of one field, tag or file. */
export type Topic = {
  /** How it is asked for. That of a section is its anchor on the page: `the-lock`. */
  readonly name: string
  readonly title: string
  readonly page: DocPage
  readonly tokens: readonly Token[]
}

/** The topic that was asked for, else the several topics that fit, else topics with a similar name. */
export type FoundTopics = {
  readonly topic?: Topic
  readonly fitting: readonly Topic[]
  readonly near?: string
}

const sectionDepth = 3

/** The anchor that GitHub, and generators of sites, give a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table'
}

/** Makes a small list of each row that begins with a name in code: the heading of each column, and what stands in the column. */
function rowTopics(table: Tokens.Table, page: DocPage): readonly Topic[] {
  return table.rows.flatMap((row) => {
    const name = /^`([^`]+)`$/.exec(row[0]?.text ?? '')?.[1]
    if (name === undefined) return []
    const lines = row
      .slice(1)
      .map(({text}, index) => ({heading: table.header[index + 1]?.text ?? '', text}))
      .filter(({text}) => text !== '')
      .map(({heading, text}) => `- ${heading === '' ? '' : `**${heading}**: `}${text}`)
    return [{name, title: name, page, tokens: lexer(lines.join('\n'))}]
  })
}

/** The sections of a page and the rows of its tables. */
export function helpTopicsOf(page: DocPage, text: string): readonly Topic[] {
  const sections: {title: string; tokens: Token[]}[] = []
  for (const token of lexer(text)) {
    if (isHeading(token) && token.depth <= sectionDepth) sections.push({title: token.text, tokens: []})
    else if (token.type !== 'space' && token.type !== 'html') sections.at(-1)?.tokens.push(token)
  }
  return sections
    .filter(({tokens}) => tokens.length > 0)
    .flatMap(({title, tokens}) => [
      {name: anchorOf(title), title, page, tokens},
      ...tokens.filter(isTable).flatMap((table) => rowTopics(table, page)),
    ])
}

/** Of every page, in the order in which a word is looked for. */
export function allTopics(): readonly Topic[] {
  return docPages.flatMap((page) => helpTopicsOf(page, readDocPage(page) ?? ''))
}

/** The sections of the guide. They are offered if nothing was asked for. */
export function guideTopics(): readonly Topic[] {
  return helpTopicsOf('guide', readDocPage('guide') ?? '')
}

/** People ask for the lock by `lock`. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?)-/, '')
}

/**
 * Finds a topic by its name, else by words of its title. A code of a problem and the name of a field are names as well. A word that is
 * spelt like one of `commandNames` more likely means the command.
 */
export function findTopics(
  question: string,
  topics: readonly Topic[] = allTopics(),
  commandNames: readonly string[] = [],
): FoundTopics {
  const asked = anchorOf(question)
  const named =
    topics.find(({name}) => name === question || anchorOf(name) === asked) ??
    topics.find(({name}) => withoutArticle(name) === withoutArticle(asked))
  if (named !== undefined) return {topic: named, fitting: []}
  const words = asked.split('-')
  const fitting = topics.filter(({title}) => {
    const own = anchorOf(title).split('-')
    return words.every((word) => own.includes(word))
  })
  const [only, ...others] = fitting
  if (only !== undefined && others.length === 0) return {topic: only, fitting: []}
  const near =
    nearest(asked, commandNames) ??
    nearest(
      asked,
      topics.map(({name}) => name),
    )
  return near === undefined ? {fitting} : {fitting, near}
}
