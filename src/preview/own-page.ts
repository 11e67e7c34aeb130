import {type Html, html} from '../text/markup/html.ts'

/** A page of the preview itself. Notes of any author stand in it, so nothing but our own script may run. */
export function previewPage(title: string, content: readonly Html[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body class="castwright-own">
<main>
${content}</main>
</body>
</html>
`.html
}
