import {type AppName, appNames, apps} from '../apps/all-apps.ts'
import type {AppView, CountedLimit} from '../apps/app-view.ts'
import {type Html, html, trustedHtml} from '../text/markup/html.ts'
import {formatDuration} from '../text/time/durations.ts'
import {previewPage} from './own-page.ts'
import {ownPaths} from './own-paths.ts'
import type {PreviewedShow} from './previewed-show.ts'

/** The page of the show, or of one episode, in an app. `undefined` if `path` is no such path. */
export async function appPage(show: PreviewedShow, path: string): Promise<string | undefined> {
  for (const app of appNames) {
    if (path === ownPaths.app(app)) return listPage(show, app)
    const episode = show.episodes().find(({slug}) => path === ownPaths.app(app, slug))
    if (episode === undefined) continue
    const view = await show.view(app, episode.slug)
    return view === undefined ? undefined : viewPage(show, episode.slug, view)
  }
  return undefined
}

function listPage(show: PreviewedShow, app: AppName): string {
  const rows = show
    .episodes()
    .map(
      ({slug, title, date}) =>
        html`<li><a href="${ownPaths.app(app, slug)}" dir="auto">${title}</a> <small>${date.toISOString().slice(0, 10)}</small></li>\n`,
    )
  const {title, spec} = apps[app]
  return previewPage(`${show.title()} in ${title}`, [
    backLink,
    html`<h1>${show.title()} <small>in ${title}</small></h1>
<p>What ${title} says of feeds: <a href="${spec}" rel="noopener noreferrer">${spec}</a></p>
<ol>
${rows}</ol>
`,
  ])
}

const backLink = html`<p><a href="${ownPaths.desk}">← Preview</a></p>\n`

function viewPage(show: PreviewedShow, slug: string, view: AppView): string {
  const {app, appTitle, title, hiddenBecause, notes, limits} = view
  const others = appNames
    .filter((each) => each !== app)
    .map((each) => html`<li><a href="${ownPaths.app(each, slug)}">${apps[each].title}</a></li>`)
  return previewPage(`${title} in ${appTitle}`, [
    backLink,
    html`<ul class="castwright-tabs"><li><b>${appTitle}</b></li>${others}</ul>
<article class="castwright-phone">
${artwork(view, show)}<h1 dir="auto">${title}</h1>
<p><small>${view.show}</small></p>
${hiddenBecause !== undefined && html`<p class="castwright-outside">${appTitle} does not show this episode: ${hiddenBecause}.</p>\n`}<div class="castwright-notes" dir="auto">${trustedHtml(notes.html)}</div>
${chapters(view)}</article>
<h2>Limits</h2>
<ul>
${limits.map(limitRow)}</ul>
<p><small>Notes from <code>${notes.from}</code>. As much as is known of the app; its own layout is its own.</small></p>
`,
  ])
}

/** Only the show's own files: somebody who looks at the preview asks no other host for anything. */
function artwork({artwork}: AppView, show: PreviewedShow): Html | undefined {
  if (artwork === undefined) return undefined
  const {url, isOfEpisode} = artwork
  const base = show.base()
  const {pathname} = new URL(url)
  const whose = isOfEpisode ? 'The picture of the episode' : 'The picture of the show'
  if (!pathname.startsWith(base) || show.file(pathname.slice(base.length)) === undefined)
    return html`<p><a href="${url}" rel="noopener noreferrer">${whose}</a></p>\n`
  return html`<img src="${pathname}" alt="${whose}" width="160" height="160">\n`
}

function chapters({chapters: {from, list, reason}}: AppView): Html {
  const rows = list.map(
    ({startInSeconds, title}) => html`<li><span>${formatDuration(startInSeconds)}</span> <bdi>${title}</bdi></li>\n`,
  )
  return html`<h2>Chapters${from !== undefined && html` <small>from ${from}</small>`}</h2>
${rows.length > 0 ? html`<ol class="castwright-chapters">\n${rows}</ol>\n` : html`<p>None: ${reason}.</p>\n`}`
}

function limitRow({what, count, limit, unit, isKept}: CountedLimit): Html {
  const verdict = !isKept && html` <b class="castwright-outside">outside the limit</b>`
  return html`<li>${what}: ${count} of ${limit} ${unit}${verdict}</li>\n`
}
