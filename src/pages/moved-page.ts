import type {Channel} from '../model/feed.ts'
import {html} from '../text/markup/html.ts'
import {wordsFor} from '../words/words.ts'

/**
 * What remains at an old address, for hosts that cannot redirect. Browsers go on at once, search engines take the new address for
 * the page, and a person without either has a link.
 */
export function movedPage({language}: Channel, {to, title}: {readonly to: string; readonly title: string}): string {
  const {lang, words} = wordsFor(language)
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="canonical" href="${to}">
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="color-scheme" content="light dark">
</head>
<body>
<p>${words.moved} <a href="${to}">${title}</a></p>
</body>
</html>
`.html
}
