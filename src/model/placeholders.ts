/**
 * What `init` writes if only the author knows the answer, by field. If a show still has such a text word for word, a problem
 * names its line (`placeholder-left`). It is not taken into the lock, and is never published from CI.
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
