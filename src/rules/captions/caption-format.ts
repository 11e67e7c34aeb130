/** What captions a file holds: by its first line, else by its name, else by what SubRip begins with. */
export function captionFormat(text: string, name: string): 'vtt' | 'srt' | undefined {
  const start = text.slice(0, 2000).replace(/^\ufeff/, '')
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt'
  // A download of captions that are gone is a page under their name.
  if (/^\s*[<{[]/.test(start)) return undefined
  const path = name.replace(/[?#].*$/s, '')
  if (/\.(?:web)?vtt$/i.test(path)) return 'vtt'
  if (/\.srt$/i.test(path)) return 'srt'
  return /^\s*\d{1,9}[ \t]*(?:\r\n|\r|\n)[ \t]*\d{1,4}:\d{2}:\d{2}[,.]\d+[ \t]*-->/.test(start) ? 'srt' : undefined
}
