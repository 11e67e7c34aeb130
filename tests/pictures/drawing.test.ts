import {describe, expect, it} from 'vitest'
import {Coverage} from '../../src/pictures/drawing/coverage.ts'
import {drawOutline} from '../../src/pictures/drawing/outline.ts'

const [width, height] = [6, 4]
const white = [255, 255, 255] as const

/** The red of each pixel after an outline was painted white on black. */
function painted(outline: string, opacity?: number, coverage = new Coverage(width, height)): readonly number[][] {
  const bytes = new Uint8Array(width * height * 3)
  drawOutline(coverage, outline, {x: 0, y: 0, scale: 1})
  coverage.paint({bytes, widthInPixels: width}, white, opacity)
  return Array.from({length: height}, (_, row) =>
    Array.from({length: width}, (_, column) => bytes[(row * width + column) * 3] ?? 0),
  )
}

const none = [0, 0, 0, 0, 0, 0]

describe('a painted outline', () => {
  it('covers whole pixels, and parts of pixels at its edges', () => {
    expect(painted('m1 1l3 0l0 2l-3 0z')).toEqual([none, [0, 255, 255, 255, 0, 0], [0, 255, 255, 255, 0, 0], none])
    expect(painted('m1.5 1.5l2 0l0 1l-2 0z')).toEqual([none, [0, 64, 128, 64, 0, 0], [0, 64, 128, 64, 0, 0], none])
  })

  it('is the same whichever way it goes round', () => {
    expect(painted('m1 1l0 2l3 0l0 -2z')).toEqual(painted('m1 1l3 0l0 2l-3 0z'))
  })

  it('has half of each pixel that a diagonal goes through', () => {
    expect(painted('m0 0l4 4l-4 0z')).toEqual([
      [128, 0, 0, 0, 0, 0],
      [255, 128, 0, 0, 0, 0],
      [255, 255, 128, 0, 0, 0],
      [255, 255, 255, 128, 0, 0],
    ])
  })

  it('has its area, where a flat line goes through many pixels of a row', () => {
    const rows = painted('m0 0l4 1l0 -1z')
    // Triangles and trapezes between the line and the upper side, of a pixel each.
    expect(rows[0]).toEqual([1, 3, 5, 7].map((eighths) => Math.round((255 * eighths) / 8)).concat(0, 0))
  })

  it('may have holes', () => {
    expect(painted('m0 0l4 0l0 4l-4 0zm1 1l0 2l2 0l0 -2z')[1]).toEqual([255, 0, 0, 255, 0, 0])
  })

  it('is cut at the sides of the card', () => {
    expect(painted('m-3 -3l5 0l0 20l-5 0z')).toEqual(Array.from({length: height}, () => [255, 255, 0, 0, 0, 0]))
    expect(painted('m2 5l2 0l0 2l-2 0z')).toEqual([none, none, none, none])
  })

  it('may be pale, and leaves nothing for the next one', () => {
    const coverage = new Coverage(width, height)
    expect(painted('m1 1l1 0l0 1l-1 0z', 0.34, coverage)[1]).toEqual([0, 87, 0, 0, 0, 0])
    expect(painted('m3 2l1 0l0 1l-1 0z', 1, coverage)).toEqual([none, none, [0, 0, 0, 255, 0, 0], none])
  })

  it('bends', () => {
    // The curve cuts the corner off: a third of the triangle, which is half of the square.
    const covered = painted('m0 0q4 0 4 4l-4 0z')
      .flat()
      .reduce((sum, each) => sum + each / 255, 0)
    expect(covered).toBeCloseTo(16 - 8 / 3, 0)
  })
})
