/** Elements that are removed with everything in them: their content is code or a control, or means nothing without the element. */
export const droppedElements: ReadonlySet<string> = new Set(
  (
    'script style template noscript title object embed applet audio video canvas svg math frame frameset noembed noframes ' +
    'input button select textarea datalist option optgroup output progress meter map area marquee plaintext xmp link meta base'
  ).split(' '),
)

/** Those of them that nobody misses. */
export const unseenElements: ReadonlySet<string> = new Set(
  'style template noscript title link meta base datalist map area noembed noframes'.split(' '),
)

/**
 * Elements that stand on lines of their own. If such an element is not on an allow-list, it becomes a paragraph, so that texts do
 * not run together.
 */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
)

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(' '),
)
