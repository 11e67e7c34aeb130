import {describe, expect, it} from 'vitest'
import {parseSpans, plainTextOf} from '../../src/transcripts/spans.ts'

describe('parseSpans', () => {
  const cases: readonly [text: string, spans: readonly string[]][] = [
    ['Hello.', ['speech:Hello.']],
    ['', []],
    ['Woohoo! [Dan and Bo chuckle] Hi', ['speech:Woohoo! ', 'event:Dan and Bo chuckle', 'speech: Hi']],
    ['(silence)', ['event:silence']],
    ['It was [inaudible 1:07], then', ['speech:It was ', 'gap:inaudible 1:07', 'speech:, then']],
    ['a [??] b', ['speech:a ', 'gap:??', 'speech: b']],
    ['[ __ ]', ['gap:__']],
    ['[Die Tür geht auf]', ['event:Die Tür geht auf']],
    ['[Bo] said so', ['speech:[Bo] said so']],
    ['He [Hamilton] said', ['speech:He [Hamilton] said']],
    ['a (sound) idea (she laughs at it)', ['speech:a (sound) idea (she laughs at it)']],
    ['[a single malt]?', ['speech:[a single malt]?']],
    ['see [1] and [2]', ['speech:see [1] and [2]']],
    ['[[laughs]]', ['speech:[', 'event:laughs', 'speech:]']],
    ['[never closed', ['speech:[never closed']],
  ]
  it.each(cases)('%s', (text, spans) => {
    expect(parseSpans(text).map((span) => `${span.kind}:${span.text}`)).toEqual(spans)
  })
})

describe('plainText', () => {
  const spans = parseSpans('Well, [laughs] it was [inaudible].')
  it('writes events and gaps in square brackets', () => {
    expect(plainTextOf(spans, {events: true})).toBe('Well, [laughs] it was [inaudible].')
  })
  it('leaves only speech', () => {
    expect(plainTextOf(spans, {events: false})).toBe('Well, it was .')
  })
})
