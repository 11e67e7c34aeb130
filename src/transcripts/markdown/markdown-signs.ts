import {clockTime} from '../../text/time/clock-times.ts'

/** `**Nora:** …`, `__Nora__: …`, `**Nora** (00:04)`, `### Nora (00:04)`, `### [00:04] Nora`. */
const label = new RegExp(
  [
    String.raw`^(?:> ?)?(?:\*{1,3}|__)[^*_\n]{1,60}(?::(?:\*{1,3}|__)|(?:\*{1,3}|__)(?::|[ \t]{1,3}[[(（]${clockTime}))`,
    String.raw`^#{1,6} [^\n]{0,80}?[[(（]${clockTime}[\])）]`,
  ].join('|'),
  'gm',
)
const sampleInCharacters = 20_000

/** How many labels at the beginning of a text are written in Markdown. Shows keep such transcripts as `.txt` as well. */
export function countMarkdownLabels(text: string): number {
  return text.slice(0, sampleInCharacters).match(label)?.length ?? 0
}
