/**
 * A sentence that is the same in HTML and in Markdown: no mark of either, one blank between words, a letter first. What our Markdown
 * makes more of (addresses, mail, times of the recording, `www.`) is not in it.
 */
const sentence = /^\p{L}[\p{L}\p{M}\d ,;?()'"“”‘’„«»…–—%/+.!-]*$/u
const madeMoreOf = / {2}| $|[wW]\.|\.[\w-]*\.|\d:|[!\])]$/

/** Addresses that both write letter by letter. */
const link = /<a href="(https?:\/\/[A-Za-z\d./?=%#-]+)">([^<]*)<\/a>/

/**
 * Notes of nothing but paragraphs of sentences and links, as Markdown. Most notes of large feeds are no more than that, and the same
 * Markdown comes out where HTML is read as a tree, written as Markdown, and both are rendered and compared, in a hundredth of the time.
 * `undefined`: there is more in them.
 */
export function plainNotes(html: string): string | undefined {
  if (!html.includes('<')) return isPlain(html) ? html : undefined
  const paragraphs: string[] = []
  let rest = html.trim()
  while (rest !== '') {
    const end = rest.startsWith('<p>') ? rest.indexOf('</p>') : -1
    if (end === -1) return undefined
    const paragraph = withLinks(rest.slice(3, end))
    if (paragraph === undefined) return undefined
    paragraphs.push(paragraph)
    rest = rest.slice(end + 4).trimStart()
  }
  return paragraphs.join('\n\n')
}

function isPlain(text: string): boolean {
  return sentence.test(text) && !madeMoreOf.test(text)
}

/** The text of a paragraph. Around each link there are blanks or the end of a sentence. */
function withLinks(html: string): string | undefined {
  const [text = '', url, name = '', ...others] = html.split(link)
  if (url === undefined) return isPlain(text) ? text : undefined
  // One link: sentences of more are rare, and each needs its own look at what is between them.
  const [after = ''] = others
  const isFine =
    others.length === 1 &&
    isPlain(name) &&
    /^\p{L}.* $/u.test(text) &&
    isPlain(text.slice(0, -1)) &&
    (/^[.,;?]?$/.test(after) || (/^[.,;?]? \p{L}/u.test(after) && isPlain(after.replace(/^[.,;?]? /, ''))))
  return isFine ? `${text}[${name}](${url})${after}` : undefined
}
