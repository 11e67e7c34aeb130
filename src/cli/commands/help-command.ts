import {type Arguments, type Command, exitCodes} from '../command.ts'
import {terminalLines} from '../help/terminal-markdown.ts'
import {findTopics, guideTopics, type Topic} from '../help/topics.ts'
import {paint} from '../print/print-problems.ts'
import {refuseUsage} from '../print/print-result.ts'
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

async function run({positionals}: Arguments): Promise<number> {
  const question = positionals.join(' ')
  if (question === '' || question === 'topics') {
    printTopics()
    return exitCodes.clean
  }
  const {topic, fitting, near} = findTopics(question)
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

export const helpCommand: Command = {
  name: 'help',
  aliases: [],
  usage: '[TOPIC]',
  summary:
    'Prints a part of the guide, what a field or a tag means, or why a problem matters. castwright help topics lists the parts of the guide.',
  examples: [
    ['castwright help the-lock', 'a part of the guide'],
    ['castwright help timezone', 'a field'],
    ['castwright help guid-changed', 'a problem'],
  ],
  topic: 'a-folder-is-a-show',
  maxPositionals: 8,
  options: {},
  run,
}
