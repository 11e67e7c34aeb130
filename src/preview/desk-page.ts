import {appNames, apps} from '../apps/all-apps.ts'
import {type Html, html} from '../text/markup/html.ts'
import {previewPage} from './own-page.ts'
import {ownPaths} from './own-paths.ts'
import type {HeldBackLink, PreviewedShow} from './previewed-show.ts'

/** So many episodes are listed: the author writes the newest ones. */
const listedEpisodes = 30

/** The overview: what is held back, the feeds, and each episode in each app. */
export function deskPage(show: PreviewedShow): string {
  const base = show.base()
  const heldBack = show.heldBack()
  const feeds = show
    .feeds()
    .map(({title, path}) => html`<li><a href="${base}${path}">${path}</a> <small>${title}</small></li>\n`)
  const waiting =
    heldBack.length > 0 &&
    html`<h2>Not published yet</h2>\n<ul>\n${heldBack.map((each) => heldBackRow(each, base))}</ul>\n`
  return previewPage(`${show.title()}: preview`, [
    html`<h1>${show.title()}</h1>
<p>This is a preview. Nobody sees it but you. <a href="${base}">The page of the show</a></p>
${waiting}<h2>Episodes, as apps show them</h2>
${episodeTable(show)}<h2>Feeds</h2>
<ul>
${feeds}</ul>
`,
  ])
}

function heldBackRow({path, title, state, at}: HeldBackLink, base: string): Html {
  const due =
    at !== undefined && html` <small>due <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></small>`
  return html`<li><a href="${base}${path}">${title}</a> <b class="castwright-badge">${state}</b>${due}</li>\n`
}

function episodeTable(show: PreviewedShow): Html {
  const episodes = show.episodes()
  const heads = appNames.map((app) => html`<th scope="col"><a href="${ownPaths.app(app)}">${apps[app].title}</a></th>`)
  const rows = episodes.slice(0, listedEpisodes).map(({slug, title}) => {
    const links = appNames.map(
      (app) => html`<td><a href="${ownPaths.app(app, slug)}" aria-label="${title} in ${apps[app].title}">look</a></td>`,
    )
    return html`<tr><th scope="row" dir="auto">${title}</th>${links}</tr>\n`
  })
  const more =
    episodes.length > listedEpisodes &&
    html`<p>Each app has a list of all ${episodes.length} episodes: follow its name.</p>\n`
  return html`<table>
<thead><tr><th scope="col">Episode</th>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
${more}`
}
