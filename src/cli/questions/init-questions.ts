import {initHosts} from '../../index.ts'
import {refuseNoAddress} from './adopt-questions.ts'

type Answers = Readonly<Record<string, string | undefined>>

/** What is asked for at a terminal, in order. An empty answer leaves a placeholder. */
const questions = [
  {flag: 'title', message: 'What is the podcast called?', example: 'Night Trains'},
  {flag: 'author', message: 'Who makes it? Apps show this name', example: 'Mara Winter'},
  {
    flag: 'description',
    message: 'What is it about, in a sentence or two?',
    example: 'Sleeper trains and their people.',
  },
  {flag: 'site', message: 'Where will it be published?', example: 'https://example.org/night-trains/'},
] as const

/**
 * Asks at the terminal for what no flag has said. `undefined` where the person gave up. Loaded only for that: a build is not to wait
 * for it.
 */
export async function askForSettings(
  given: Answers,
  {folder, isNew}: {readonly folder: string; readonly isNew: boolean},
): Promise<Answers | undefined> {
  const {intro, isCancel, select, text} = await import('@clack/prompts')
  const where = folder === '.' ? 'this folder' : folder
  intro(`castwright init: a podcast in ${where}. Press Enter to answer later.`)
  const answers: Record<string, string | undefined> = {...given}
  for (const {flag, message, example} of isNew ? questions : []) {
    if (answers[flag] !== undefined) continue
    const validate = flag === 'site' ? refuseNoAddress : undefined
    const answer = await text({message, placeholder: example, ...(validate === undefined ? {} : {validate})})
    if (isCancel(answer)) return undefined
    if (answer?.trim()) answers[flag] = answer.trim()
  }
  if (answers.host === undefined) {
    const options = [
      ...initHosts.map(({name, title}) => ({value: name, label: title})),
      {value: 'none', label: 'Not yet'},
    ]
    const host = await select<string>({message: 'Which host publishes it?', options})
    if (isCancel(host)) return undefined
    answers.host = host
  }
  return answers
}
