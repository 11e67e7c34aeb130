import {describe, expect, it} from 'vitest'
import {slugOf} from '../../../src/text/addresses/slug.ts'

describe('slugOf', () => {
  it.each([
    ['First Light', 'first-light'],
    ['012 -Why `getUserMedia()`?', '012-why-getusermedia'],
    ['gustav-söderström', 'gustav-soederstroem'],
    ['Queen & King', 'queen-and-king'],
    ['casey-winters_', 'casey-winters'],
    ['../../etc/passwd', 'etc-passwd'],
    ['…', ''],
  ])('%s -> %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  it('cuts long names at a word', () => {
    const slug = slugOf('night train '.repeat(50))
    expect(slug.length).toBeLessThanOrEqual(100)
    expect(slug).toMatch(/-(?:night|train)$/)
  })
})
