import {complaint, fine, type ValueCheck} from './rule-table.ts'

/** ISO 639-1, the two-letter codes. https://www.loc.gov/standards/iso639-2/php/code_list.php */
const twoLetters: ReadonlySet<string> = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
  eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg
  ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no
  nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg
  th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`.split(/\s+/),
)
/** RFC 5646, as far as the shape goes; three-letter codes (ISO 639-2 and -3) are too many to list. */
const tag =
  /^(?:([a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]+)$/i

export function isLanguage(text: string): boolean {
  const match = text.length > 200 ? null : tag.exec(text)
  if (!match) return false
  const primary = match[1]?.toLowerCase()
  return primary === undefined || primary.length === 3 || twoLetters.has(primary)
}

/** https://www.rfc-editor.org/rfc/rfc5646 */
export const language: ValueCheck = ({trimmed, subject}) =>
  isLanguage(trimmed)
    ? fine
    : [
        complaint(
          'feed-language-invalid',
          `${subject} is no language code: ${JSON.stringify(trimmed.slice(0, 40))}`,
          'Write en, en-US or de',
        ),
      ]

/** ISO 3166-1 alpha-2. https://www.iso.org/iso-3166-country-codes.html */
const countries: ReadonlySet<string> = new Set(
  `ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf
  cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi
  gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz
  la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no
  np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st
  sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw`.split(
    /\s+/,
  ),
)

/** Two capitals, as the podcast namespace has them. */
export const country: ValueCheck = ({trimmed, subject}) =>
  /^[A-Z]{2}$/.test(trimmed) && isCountry(trimmed)
    ? fine
    : [
        complaint(
          'feed-country-invalid',
          `${subject} is no country of ISO 3166: ${JSON.stringify(trimmed.slice(0, 20))}`,
          'Write GB',
        ),
      ]

export function isCountry(code: string): boolean {
  return countries.has(code.toLowerCase())
}
