/** Elements in which an author may want readers to see tags, as in a text about HTML. */
const samples: ReadonlySet<string> = new Set(['code', 'pre', 'samp', 'kbd', 'tt', 'var', 'textarea'])
const tagName = /^<(\/?)(?:[\w.-]{1,60}:)?([\w.-]{1,60})/
const section = '<![CDATA['

/** The words of XHTML as readers see them: without tags and samples of code, and with references resolved. It takes one linear pass. */
export function textAsShown(markup: string): string {
  let shown = ''
  let sampleDepth = 0
  let position = 0
  while (position < markup.length) {
    const start = markup.indexOf('<', position)
    if (sampleDepth === 0) shown += unescaped(markup.slice(position, start === -1 ? undefined : start))
    if (start === -1) break
    const isSection = markup.startsWith(section, start)
    const end = markup.indexOf(isSection ? ']]>' : '>', start)
    if (end === -1) break
    if (isSection && sampleDepth === 0) shown += markup.slice(start + section.length, end)
    if (!isSection) sampleDepth += depthOf(markup.slice(start, end))
    position = end + (isSection ? 3 : 1)
  }
  return shown
}

/** 1 for the start of a sample, -1 for its end. */
function depthOf(tag: string): number {
  const [, slash, name = ''] = tagName.exec(tag) ?? []
  if (!samples.has(name.toLowerCase()) || tag.endsWith('/')) return 0
  return slash === '/' ? -1 : 1
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:lt|#60|#x3c);/gi, '<').replace(/&(?:gt|#62|#x3e);/gi, '>')
}
