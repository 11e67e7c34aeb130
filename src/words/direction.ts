/** Languages that are written from right to left, where no script says otherwise (Unicode CLDR, `orientation`). */
const rightToLeft = new Set('ar arc ckb dv fa he iw ji ks ku-arab nqo ps sd syr ug ur yi'.split(' '))
const rightToLeftScripts = /-(?:arab|hebr|thaa|syrc|nkoo|adlm|rohg)(?:-|$)/i

/** The direction of text in a language, for `dir` in HTML. A script in the tag (`az-Arab`, `ks-Latn`) decides. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  if (rightToLeftScripts.test(language)) return 'rtl'
  if (/^[a-z]{2,3}-[a-z]{4}(?:-|$)/i.test(language)) return 'ltr'
  return rightToLeft.has(language.toLowerCase().split(/[-_]/)[0] ?? '') ? 'rtl' : 'ltr'
}
