/**
 * Runs that may hold an illegal character. It is a single class, so that the scan of a long text is quick. Emoji are looked at
 * again.
 */
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]+/g
const illegal =
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * `text` without what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets): C0 controls other than tab, LF and CR, halves of
 * surrogate pairs, U+FFFE and U+FFFF. One of them anywhere, even in CDATA, and every app refuses the whole feed. They come
 * from terminals, from copies out of a PDF, and from texts cut in the middle of an emoji.
 */
export function withoutIllegalXml(text: string): string {
  return text.replace(suspicious, (run) => run.replace(illegal, ''))
}
