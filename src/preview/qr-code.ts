import qrcode from 'qrcode-generator'

/** Around the code, for cameras to find it. */
const quietModules = 2

/** A QR code for a terminal, two rows in a line. It is light on dark, as most terminals are; cameras read both. */
export function qrCodeText(text: string): string {
  const code = qrcode(0, 'L')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const isLight = (row: number, column: number) =>
    row < 0 || column < 0 || row >= size || column >= size || !code.isDark(row, column)
  const lines: string[] = []
  for (let row = -quietModules; row < size + quietModules; row += 2) {
    let line = ''
    for (let column = -quietModules; column < size + quietModules; column += 1)
      line += blocks[Number(isLight(row, column)) * 2 + Number(isLight(row + 1, column))]
    lines.push(line)
  }
  return lines.join('\n')
}

const blocks = [' ', '▄', '▀', '█'] as const
