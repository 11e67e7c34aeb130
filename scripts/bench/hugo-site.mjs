// The generated interviews as a site of Hugo: RSS with the whole content, Atom, JSON Feed, and a page for each episode.
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const config = `baseURL = 'https://bench.example/'
title = 'Bench'
languageCode = 'en'
disableKinds = ['section', 'taxonomy', 'term', '404', 'sitemap']
[permalinks]
episodes = '/episodes/:slug/'
[markup.goldmark.renderer]
unsafe = true
[outputFormats.ATOM]
mediaType = 'application/atom+xml'
baseName = 'atom'
[outputFormats.JSONFEED]
mediaType = 'application/json'
baseName = 'feed'
[mediaTypes.'application/atom+xml']
suffixes = ['xml']
[outputs]
home = ['HTML', 'RSS', 'ATOM', 'JSONFEED']
page = ['HTML']
`

/** @type {Readonly<Record<string, string>>} */
const layouts = {
  '_default/single.html':
    '<!doctype html><title>{{.Title}}</title><audio controls src="{{.Params.audio.url}}"></audio>{{.Content}}',
  'index.html':
    '<!doctype html><title>{{.Site.Title}}</title><ul>{{range .Site.RegularPages}}<li><a href="{{.RelPermalink}}">{{.Title}}</a>{{end}}</ul>',
  'index.rss.xml': `{{printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML}}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{.Site.Title}}</title><link>{{.Permalink}}</link>
{{range .Site.RegularPages}}<item><title>{{.Title}}</title><link>{{.Permalink}}</link><guid>{{.Permalink}}</guid><pubDate>{{.Date.Format "Mon, 02 Jan 2006 15:04:05 -0700"}}</pubDate>
<enclosure url="{{.Params.audio.url}}" length="{{.Params.audio.length}}" type="audio/mpeg"/><content:encoded>{{.Content | html}}</content:encoded></item>
{{end}}</channel></rss>`,
  'index.atom.xml': `{{printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML}}
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{.Site.Title}}</title><id>{{.Permalink}}</id>
{{range .Site.RegularPages}}<entry><title>{{.Title}}</title><id>{{.Permalink}}</id><updated>{{.Date.Format "2006-01-02T15:04:05Z07:00"}}</updated><content type="html">{{.Content | html}}</content></entry>
{{end}}</feed>`,
  'index.jsonfeed.json': `{"version":"https://jsonfeed.org/version/1.1","title":{{.Site.Title | jsonify}},"items":[{{range $index, $page := .Site.RegularPages}}{{if $index}},{{end}}
{"id":{{.Permalink | jsonify}},"title":{{.Title | jsonify}},"date_published":{{.Date | jsonify}},"content_html":{{.Content | jsonify}}}{{end}}]}`,
}

/**
 * Makes a site in `folder` of the articles in `show`.
 * @param {string} folder
 * @param {string} show
 */
export function writeHugoSite(folder, show) {
  mkdirSync(join(folder, 'content'), {recursive: true})
  writeFileSync(join(folder, 'config.toml'), config)
  for (const [path, text] of Object.entries(layouts)) {
    mkdirSync(join(folder, 'layouts', path, '..'), {recursive: true})
    writeFileSync(join(folder, 'layouts', path), text)
  }
  symlinkSync(show, join(folder, 'content/episodes'), 'dir')
}

/** @param {string} site @param {string} output */
export function hugoCommand(site, output) {
  return ['hugo', '--quiet', '--source', site, '--destination', output, '--cacheDir', join(site, 'cache')]
}
