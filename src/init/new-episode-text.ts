/** What a new episode begins with. Keys are as the show writes them. */
export type NewEpisodeStart = {
  readonly keys: {readonly title: string; readonly date: string; readonly number: string; readonly guid: string}
  readonly title: string
  readonly day: string
  readonly number: number
  readonly guid: string
  /** To be written if the media file does not have the name of the episode. */
  readonly audio?: string
  /** What was found in the file, as somebody would say it: `31:07, 6 chapters`. */
  readonly found?: string
}

/** The file of a new episode: what is known, and in comments what else there could be. */
export function newEpisodeText({keys, title, day, number, guid, audio, found}: NewEpisodeStart): string {
  return `---
${keys.title}: ${JSON.stringify(title)}
# A time ahead is a schedule, for example ${day} 18:00: the episode is held back until then.
${keys.date}: ${day}
${keys.number}: ${number}
# Its identity in the apps of subscribers. Never change it once it is published.
${keys.guid}: ${guid}
${mediaLines(audio, found)}# summary: One or two sentences for lists of episodes.
# guests: [Jo Lund]
# Or a picture beside this file under its name: square, 1400 to 3000 pixels.
# image: cover.jpg
---

<!-- Show notes in Markdown: what it is about, links, thanks. -->
`
}

function mediaLines(audio: string | undefined, found: string | undefined): string {
  const size = found === undefined ? '' : `# Read from the file, not to be typed: ${found}.\n`
  if (audio !== undefined) return `${size}audio: ${JSON.stringify(audio)}\n`
  return size === ''
    ? '# Give the recording the name of this file, or write where it is:\n# audio: recording.mp3\n'
    : size
}
