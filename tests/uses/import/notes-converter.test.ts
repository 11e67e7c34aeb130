import {describe, expect, it} from 'vitest'
import {notesConverter} from '../../../src/uses/import/imported-notes.ts'

/** Notes that only the long way turns into Markdown: a mark touches a word. */
const marked = `<p>${'Night trains and day trains. '.repeat(300)}an<b>d</b> more</p>`
const plain = '<p>Night trains.</p>'

function bodies(htmls: readonly string[]) {
  const notes = notesConverter(htmls.map((html) => ({notesHtml: () => html})))
  return {bodies: htmls.map((html, index) => notes.bodyOf(index, html)), left: notes.leftCount()}
}

describe('notes of very many episodes', () => {
  it('become Markdown as long as there are some thousands', () => {
    const all = bodies([marked, plain, marked])
    expect(all.bodies.map((body) => body.slice(0, 5))).toEqual(['Night', 'Night', 'Night'])
    expect(all.left).toBe(0)
  })

  it('become Markdown in all episodes of a show, however many there are of usual length', () => {
    const usual = `<p>${'Night trains and day trains. '.repeat(100)}an<b>d</b> more</p>`
    const {leftCount, bodyOf} = notesConverter(Array.from({length: 10_000}, () => ({notesHtml: () => usual})))
    expect(bodyOf(0, usual)).toMatch(/^Night/)
    expect(leftCount()).toBe(0)
  })

  it('stay HTML in the newest ones, where they take long; more episodes change nothing in the oldest', () => {
    const converted = notesConverter(Array.from({length: 1000}, () => ({notesHtml: () => marked})))
    expect(converted.bodyOf(0, marked)).toBe(marked)
    expect(converted.bodyOf(1, plain)).toBe('Night trains.')
    expect(converted.leftCount()).toBe(1)
    const firstOf = (count: number) => {
      const notes = notesConverter(Array.from({length: count}, () => ({notesHtml: () => marked})))
      // Halved again and again: all that come before the first one are converted, and each takes its time.
      let [converted, left] = [0, count]
      while (left - converted > 1) {
        const middle = (converted + left) >> 1
        if (notes.bodyOf(count - middle, marked) === marked) left = middle
        else converted = middle
      }
      return left
    }
    const fewer = firstOf(700)
    expect(fewer).toBeGreaterThan(300)
    expect(firstOf(701)).toBe(fewer)
  })
})
