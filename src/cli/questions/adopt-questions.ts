import type {LackingShow} from '../../index.ts'

/**
 * Asks at the terminal for what no file says. Gives the answers by field, or `undefined` if the person gave up. It is loaded only
 * for that, because the package that draws questions takes longer to load than most repositories take to read.
 */
export async function askForMissing({
  folder,
  title,
  episodeCount,
  missing,
}: LackingShow): Promise<Readonly<Record<string, string>> | undefined> {
  const {intro, isCancel, text} = await import('@clack/prompts')
  const name = title ?? (folder === '' ? 'A show without a title' : folder)
  const count = episodeCount === 1 ? '1 episode' : `${episodeCount} episodes`
  intro(`${name}, ${count}: no file says the following. Press Enter to answer later.`)
  const answers: Record<string, string> = {}
  for (const {field, question, example, option} of missing) {
    const isAddress = option.endsWith('Url')
    const answer = await text({
      message: question,
      placeholder: option === 'feedUrl' ? 'https://example.org/podcast.rss' : example,
      ...(isAddress ? {validate: refuseNoAddress} : {}),
    })
    if (isCancel(answer)) return undefined
    if (answer?.trim()) answers[field] = answer.trim()
  }
  return answers
}

export function refuseNoAddress(address: string | undefined): string | undefined {
  const written = address?.trim() ?? ''
  return written === '' || /^https?:\/\/[^\s/]+/.test(written) ? undefined : 'Write it with https://'
}
