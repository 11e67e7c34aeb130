/** ISO 639-1, the two-letter codes. https://www.loc.gov/standards/iso639-2/php/code_list.php */
const twoLetters: ReadonlySet<string> = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
  eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg
  ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no
  nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg
  th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`.split(/\s+/),
)
/** Tags of RFC 5646, section 2.2.8, that are older than its grammar and do not follow it. */
const grandfathered: ReadonlySet<string> = new Set(['en-gb-oed', 'sgn-be-fr', 'sgn-be-nl', 'sgn-ch-de'])
/** RFC 5646, as far as the shape goes; three-letter codes (ISO 639-2 and -3) are too many to list. */
const tag =
  /^(?:([a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]+)$/i

/** Whether `text` is a language tag whose language exists: `xx` is well-formed, and nobody speaks it. https://www.rfc-editor.org/rfc/rfc5646 */
export function isLanguage(text: string): boolean {
  if (grandfathered.has(text.toLowerCase())) return true
  const match = text.length > 200 ? null : tag.exec(text)
  if (!match) return false
  const primary = match[1]?.toLowerCase()
  return primary === undefined || primary.length === 3 || twoLetters.has(primary)
}

/** The tag in its right case; `undefined` for what is no tag of a language that exists. */
export function canonicalTag(tag: string): string | undefined {
  // A longer primary subtag ("english") has a right form, but none is registered. Most of two letters are registered ("xx" is not).
  if (!/^(?:[a-z]{2,3}|x)(?:-|$)/i.test(tag) || !isLanguage(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** What people write for a language that is no tag: its name, in English and in itself, and the code of a country. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic العربية',
    bg: 'bulgarian български',
    ca: 'catalan català',
    cs: 'czech čeština cz',
    da: 'danish dansk dk',
    de: 'german deutsch ger',
    el: 'greek ελληνικά gr',
    en: 'english englisch anglais inglés us gb',
    es: 'spanish español espanol castellano mx',
    et: 'estonian eesti',
    fa: 'persian farsi',
    fi: 'finnish suomi',
    fr: 'french français francais fre',
    he: 'hebrew עברית',
    hi: 'hindi हिन्दी',
    hr: 'croatian hrvatski',
    hu: 'hungarian magyar',
    id: 'indonesian',
    it: 'italian italiano',
    ja: 'japanese 日本語 jp',
    ko: 'korean 한국어',
    lt: 'lithuanian lietuvių',
    lv: 'latvian latviešu',
    nl: 'dutch nederlands',
    no: 'norwegian norsk',
    pl: 'polish polski',
    pt: 'portuguese português portugues',
    'pt-BR': 'brazilian',
    ro: 'romanian română',
    ru: 'russian русский',
    sk: 'slovak slovenčina',
    sl: 'slovenian slovenščina',
    sv: 'swedish svenska',
    th: 'thai ไทย',
    tr: 'turkish türkçe',
    uk: 'ukrainian українська ua',
    vi: 'vietnamese vn',
    zh: 'chinese 中文 cn',
  }).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)),
)

/** The tag of a language that somebody wrote by its name (`English`), or by the code of a country (`jp`). */
export function tagOfLanguageName(text: string): string | undefined {
  return otherNames.get(text.trim().toLowerCase())
}
