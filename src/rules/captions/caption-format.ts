import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {chapterKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'

/** The format of captions in a file. Its first line tells it, or else its name, or else the way in which SubRip begins. */
export function captionFormat(text: string, name: string): 'vtt' | 'srt' | undefined {
  const start = text.slice(0, 2000).replace(/^\ufeff/, '')
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt'
  // If the captions are gone, the server may send a web page under their name.
  if (/^\s*[<{[]/.test(start)) return undefined
  const kind = fileKinds.ofName(name.replace(/[?#].*$/s, ''))
  if (kind === transcriptKinds.vtt || kind === chapterKinds.vtt) return 'vtt'
  if (kind === transcriptKinds.srt) return 'srt'
  return /^\s*\d{1,9}[ \t]*(?:\r\n|\r|\n)[ \t]*\d{1,4}:\d{2}:\d{2}[,.]\d+[ \t]*-->/.test(start) ? 'srt' : undefined
}
