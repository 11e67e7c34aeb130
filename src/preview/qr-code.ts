import {qrModules} from '../text/markup/qr-code.ts'

/** Around the code, for cameras to find it. */
const quietModules = 2

/** A QR code for a terminal, two rows in a line. It is light on dark, as most terminals are; cameras read both. */
export function qrCodeText(text: string): string {
  const modules = qrModules(text)
  const isLight = (row: number, column: number) => modules[row]?.[column] !== true
  const lines: string[] = []
  for (let row = -quietModules; row < modules.length + quietModules; row += 2) {
    let line = ''
    for (let column = -quietModules; column < modules.length + quietModules; column += 1)
      line += blocks[Number(isLight(row, column)) * 2 + Number(isLight(row + 1, column))]
    lines.push(line)
  }
  return lines.join('\n')
}

const blocks = [' ', '▄', '▀', '█'] as const
