import {describe, expect, it} from 'vitest'
import {type Recording, recordedShow, recordingFile} from '../../src/adopt/recordings.ts'

const tags = 'the tags of the file'

function recording(file: string, more: Partial<Recording> = {}): Recording {
  return {file, title: {value: file, from: tags}, day: {value: '2026-01-31', from: 'the name of the file'}, ...more}
}

describe('a folder of recordings is a show', () => {
  it.each([
    [['1.mp3', '2.mp3'], '*.md', '2 recordings'],
    [['in/1.mp3'], 'in/*.md', 'one recording'],
    [['a/1.mp3', 'b/2.mp3'], '**/*.md', '2 recordings'],
  ])('%j as %s', (files, glob, count) => {
    const show = recordedShow(
      files.map((file) => recording(file)),
      files,
    )
    expect(show).toMatchObject({folder: '', episodeCount: files.length, others: [], facts: {}})
    expect(show?.glob).toEqual({value: glob, from: `${count}, each with a file beside it`})
  })

  it('with the title and the author that all tags agree on, and a cover by its name', () => {
    const both = [
      recording('1.mp3', {album: 'Night', artist: 'Kim'}),
      recording('2.mp3', {album: 'Night', artist: 'Ana'}),
    ]
    const facts = recordedShow([...both, recording('3.mp3')], ['1.mp3', 'Cover.JPG', 'cover.txt'])?.facts
    expect(facts?.title?.value).toBe('Night')
    expect(facts?.author).toBeUndefined()
    expect(facts?.image?.value).toBe('Cover.JPG')
  })

  it('and none where there is no recording', () => {
    expect(recordedShow([], ['cover.jpg'])).toBeUndefined()
  })
})

describe('the file of a recording', () => {
  it('lies beside it and says where each fact was found', () => {
    const file = recordingFile(
      recording('in/s 1.2.mp3', {title: {value: 'Say "hi"', from: tags}, number: {value: 12, from: 'its name'}}),
    )
    expect(file).toEqual({
      path: 'in/s 1.2.md',
      text: `---\n# ${tags}\ntitle: "Say \\"hi\\""\n# the name of the file\ndate: 2026-01-31\n# its name\nnumber: 12\n---\n`,
    })
  })
})
