import {expect, it, test} from 'vitest'
import {descriptionBlock} from '../../src/chapters/description-block.ts'

it('gives one line a chapter, as Apple, Spotify and YouTube take it', () => {
  const chapters = [
    {startInSeconds: 0.4, title: '🎙️ Intro ©'},
    {startInSeconds: 50, title: 'Silent', hidden: true},
    {startInSeconds: 90.9, title: 'Headers 👩‍💻 first 1️⃣'},
    {startInSeconds: 3723, title: 'Outro'},
  ]
  expect(descriptionBlock(chapters)).toEqual({text: '00:00:00 Intro ©\n00:01:30 Headers first\n01:02:03 Outro'})
})

test.each([
  [[0, 60], 'at least 3 chapters, and there are 2'],
  [[5, 60, 120], 'must start at 00:00:00 and starts at 00:00:05'],
  [[0, 60, 89.9, 200], 'the chapter at 00:01:00 is shorter than 30 seconds'],
])('gives the reason where chapters at %j cannot be one', (starts, reason) => {
  const chapters = starts.map((startInSeconds) => ({startInSeconds, title: 'A'}))
  expect(descriptionBlock(chapters)).toEqual({reason: expect.stringContaining(reason)})
})

it('wants titles that are text', () => {
  const chapters = [
    {startInSeconds: 0, title: 'A'},
    {startInSeconds: 60, title: '🎉'},
    {startInSeconds: 120, title: 'B'},
  ]
  expect(descriptionBlock(chapters)).toEqual({reason: 'the chapter at 00:01:00 has no title that is text'})
})
