import {type Arguments, exitCodes} from '../command.ts'
import {terminalLines} from '../help/terminal-markdown.ts'
import {findTopics, guideTopics, type Topic} from '../help/topics.ts'
import {paint} from '../print/paint.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {textWidth} from '../print/wrapped-text.ts'

/** A list that is longer tells nothing. */
const mostListed = 12

function listOf(topics: readonly Topic[]): string {
  const names = topics.slice(0, mostListed).map(({name}) => `castwright help ${name}`)
  const rest = topics.length - names.length
  return [...names, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n    ')
}

function printTopic({title, page, tokens}: Topic): void {
  console.log(`${paint('bold', title)}  ${paint('dim', `docs/${page}.md`)}\n`)
  for (const line of terminalLines(tokens, textWidth())) console.log(line)
}

function printTopics(): void {
  const topics = guideTopics()
  const width = Math.max(...topics.map(({name}) => name.length))
  console.log(
    'castwright help TOPIC prints a part of the guide. TOPIC may also be a field, a tag or the code of a problem.\n',
  )
  for (const {name, title} of topics) console.log(`  ${name.padEnd(width)}  ${paint('dim', title)}`)
}

export async function runHelp({positionals}: Arguments, commandNames: readonly string[]): Promise<number> {
  const question = positionals.join(' ')
  if (question === '' || question === 'topics') {
    printTopics()
    return exitCodes.clean
  }
  const {topic, fitting, near} = findTopics(question, undefined, commandNames)
  if (topic !== undefined) {
    printTopic(topic)
    return exitCodes.clean
  }
  if (fitting.length > 0) return refuseUsage(`"${question}" may mean several topics`, listOf(fitting))
  return refuseUsage(
    `There is no topic "${question}"`,
    near === undefined ? 'castwright help topics lists them' : `Did you mean castwright help ${near}?`,
  )
}
