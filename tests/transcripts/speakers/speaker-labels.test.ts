import {describe, expect, it} from 'vitest'
import {cleanLabel, labelShape} from '../../../src/transcripts/speakers/speaker-labels.ts'

describe('a label', () => {
  it.each([
    ['Jo Lund (she/her)', 'Jo Lund'],
    ['Jo Lund (JL)', 'Jo Lund'],
    ['Jo Lund [NTR]', 'Jo Lund'],
    ['Jo Lund (she/her) [NTR]', 'Jo Lund'],
    ['Jo Lund (on the phone)', 'Jo Lund'],
    ["Jo's iPhone", 'Jo'],
    ['Jo’s MacBook Pro', 'Jo'],
    ["Jo Lund's work laptop", 'Jo Lund'],
    ['Jo Lund, VP of Engineering at Acme', 'Jo Lund'],
    ['Jo Lund, CEO', 'Jo Lund'],
    ['(Jo Lund)', 'Jo Lund'],
    ['“Jo Lund”', 'Jo Lund'],
    ['🎤 Jo Lund', 'Jo Lund'],
    ['Jo Lund 🎧', 'Jo Lund'],
    ['Lund, Jo', 'Lund, Jo'],
    ['Jo Lund, Ida Berg', 'Jo Lund, Ida Berg'],
    ['Mike Maples, Jr.', 'Mike Maples, Jr.'],
    ['VM (Vicky) Brasseur', 'VM (Vicky) Brasseur'],
    ['Andrew ‘Boz’ Bosworth', 'Andrew ‘Boz’ Bosworth'],
    ['Speaker (1)', 'Speaker (1)'],
    ['Jo/Ann', 'Jo/Ann'],
    ['@jo', '@jo'],
    ['田中', '田中'],
  ])('%s names %s', (label, name) => {
    expect(cleanLabel(label)).toBe(name)
  })

  it.each([
    ['Jo Lund', 'name'],
    ['Andrew ‘Boz’ Bosworth', 'name'],
    ['VM (Vicky) Brasseur', 'name'],
    ['Jo Lund (she/her)', 'name'],
    ["Jo's iPhone", 'name'],
    ['Jo Lund, VP of Engineering at Acme', 'name'],
    ['Jo/Ann', 'name'],
    ['Jo & Ann', 'name'],
    ["d'Arcy", 'name'],
    ['田中', 'name'],
    ['Нора Квист', 'name'],
    ['SPEAKER_04', 'name'],
    ['chg', 'handle'],
    ['jo_lund', 'handle'],
    ['@jo', 'odd'],
    ['Guest #1', 'odd'],
    ['J~L', 'odd'],
    ['Speaker (1)', 'odd'],
    ['Remember this', 'prose'],
    ['However', 'prose'],
    ['however', 'prose'],
    ['他说', 'prose'],
    ['So what we did (in March) was', 'prose'],
    ['Intro', 'prose'],
    ['https', 'prose'],
    ['12', 'prose'],
  ])('%s is a %s', (label, shape) => {
    expect(labelShape(label)).toBe(shape)
  })
})
