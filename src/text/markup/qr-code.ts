import qrcode from 'qrcode-generator'

/** A QR code as rows of modules; true is dark. `L`: what is on a screen is not worn off, and fewer modules are larger. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'L')
  // The package takes a character for a byte, and cameras take the bytes for UTF-8.
  code.addData(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
  code.make()
  const size = code.getModuleCount()
  return Array.from({length: size}, (_, row) => Array.from({length: size}, (_, column) => code.isDark(row, column)))
}

/** Around the code, for cameras to find it. */
const quietModules = 3

/** A QR code as the content of an SVG, with the size of that: a stroke for each run of dark modules. */
export function qrOutline(text: string): {readonly sizeInModules: number; readonly outline: string} {
  const modules = qrModules(text)
  const outline = modules.flatMap((row, y) =>
    runsIn(row).map(
      ([from, to]) => `M${from + quietModules} ${y + quietModules}h${to - from}v1H${from + quietModules}z`,
    ),
  )
  return {sizeInModules: modules.length + 2 * quietModules, outline: outline.join('')}
}

function runsIn(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last !== undefined && last[1] === x) last[1] = x + 1
    else runs.push([x, x + 1])
  }
  return runs
}
