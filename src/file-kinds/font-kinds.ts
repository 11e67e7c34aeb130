import type {FileKind} from './file-kind.ts'

function font(name: string, title: string): FileKind {
  return {
    name,
    title,
    extensions: [`.${name}`],
    mimeType: `font/${name}`,
    aliases: [],
    role: 'output',
    form: name.startsWith('woff') ? 'bytes' : 'data',
  }
}

/** Fonts that browsers read, the smallest first (https://www.rfc-editor.org/rfc/rfc8081). */
export const fontKinds = {
  woff2: font('woff2', 'WOFF 2 font'),
  woff: font('woff', 'WOFF font'),
  ttf: font('ttf', 'TrueType font'),
  otf: font('otf', 'OpenType font'),
} as const
