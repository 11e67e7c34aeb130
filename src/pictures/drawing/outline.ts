import type {Coverage} from './coverage.ts'

/** Where an outline has its origin, in pixels, and how many pixels one of its units has. */
type Place = {readonly x: number; readonly y: number; readonly scale: number}

/**
 * Draws an outline as SVG writes it, of steps: `m`, `l`, `q` and `z`
 * (https://www.w3.org/TR/SVG2/paths.html#PathData). Its units grow downwards, as pixels do.
 */
export function drawOutline(coverage: Coverage, outline: string, {x: left, y: top, scale}: Place): void {
  let [x, y] = [left, top]
  let [beginX, beginY] = [x, y]
  for (const {command, steps} of stepsOf(outline)) {
    if (command === 'z') {
      coverage.addLine(x, y, beginX, beginY)
      ;[x, y] = [beginX, beginY]
      continue
    }
    const [nextX, nextY] = [x + (steps.at(-2) ?? 0) * scale, y + (steps.at(-1) ?? 0) * scale]
    if (command === 'm') [beginX, beginY] = [nextX, nextY]
    else if (command === 'l') coverage.addLine(x, y, nextX, nextY)
    else addCurve(coverage, [x, y, x + (steps[0] ?? 0) * scale, y + (steps[1] ?? 0) * scale, nextX, nextY])
    ;[x, y] = [nextX, nextY]
  }
}

type Curve = readonly [fromX: number, fromY: number, towardsX: number, towardsY: number, toX: number, toY: number]

/** A quadratic Bézier curve, as so many lines that none is a twentieth of a pixel beside it. */
function addCurve(coverage: Coverage, [fromX, fromY, towardsX, towardsY, toX, toY]: Curve): void {
  const bent = Math.hypot(fromX - 2 * towardsX + toX, fromY - 2 * towardsY + toY)
  const count = Math.ceil(Math.sqrt(bent / 4 / 0.05)) || 1
  let [x, y] = [fromX, fromY]
  for (let index = 1; index <= count; index += 1) {
    const share = index / count
    const rest = 1 - share
    const nextX = rest * rest * fromX + 2 * rest * share * towardsX + share * share * toX
    const nextY = rest * rest * fromY + 2 * rest * share * towardsY + share * share * toY
    coverage.addLine(x, y, nextX, nextY)
    ;[x, y] = [nextX, nextY]
  }
}

/** A bar with round ends. */
export function drawUprightBar(
  coverage: Coverage,
  {x, y, width, height}: {readonly x: number; readonly y: number; readonly width: number; readonly height: number},
): void {
  const half = width / 2
  const straight = height - width
  const outline = `m0 ${half}q0 ${-half} ${half} ${-half}q${half} 0 ${half} ${half}l0 ${straight}q0 ${half} ${-half} ${half}q${-half} 0 ${-half} ${-half}z`
  drawOutline(coverage, outline, {x, y, scale: 1})
}

type Step = {readonly command: string; readonly steps: readonly number[]}

const known = new Map<string, readonly Step[]>()
const mostKnown = 2000

/** The same letters come again and again. */
function stepsOf(outline: string): readonly Step[] {
  const before = known.get(outline)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const read = Array.from(outline.matchAll(/([mlqz])([^mlqz]*)/g), ([, command = '', numbers = '']) => ({
    command,
    steps: (numbers.match(/-?[\d.]+/g) ?? []).map(Number),
  }))
  known.set(outline, read)
  return read
}
