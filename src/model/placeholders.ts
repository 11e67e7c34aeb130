/**
 * What `init` writes where only the author knows the answer, by field. Found word for word in a show, it is named with its line
 * (`placeholder-left`), is not taken into the lock, and never published from CI.
 */
export const showPlaceholders = {
  title: 'My podcast',
  description: 'What the show is about, in a sentence or two.',
  author: 'Your name',
  site_url: 'https://example.org/my-podcast/',
  image: 'placeholder-cover.png',
} as const

export const episodePlaceholders = {
  title: 'The first episode',
  summary: 'What listeners will hear, in a sentence.',
  audio: 'placeholder.mp3',
} as const
