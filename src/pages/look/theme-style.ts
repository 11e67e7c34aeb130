/** What only some shows have: a logo, ways around the site, links at the foot, pages of the author's own, the player in a frame. */
export const siteStyle = `.bar .logo { width: auto; height: 2.2rem; border-radius: 0; object-fit: contain; }
.around { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-inline: auto 0; }
.around a:hover { text-decoration: underline; }
.around [aria-current] { color: var(--accent); }
@media (max-width: 34rem) {
  .around { order: 1; flex-basis: 100%; margin: 0; }
  .bar:has(.around) > a:first-child { flex: 1 1 0; }
}
.around + :is(.follow, .find) { margin-inline-start: .4rem; }
.bar:has(.around) { flex-wrap: wrap; }
.foot .links { flex-basis: 100%; }
.own .text { padding-bottom: 2rem; }
.own .text > :last-child { margin-bottom: 0; }
.own .text h2 { font: 700 1.3rem/1.25 var(--serif); letter-spacing: 0; text-transform: none; color: var(--ink); margin: 2em 0 .5em; }
.own .text img { border-radius: .6rem; }
.all { list-style: none; margin: 0; padding: 0; }
.episodes .all > li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .2rem 1.5rem; padding: .5rem 0; scroll-margin-block: 40vh; }
.all time { font: .82rem/1.9 var(--sans); color: var(--soft); }
.all a { color: var(--ink); text-decoration: none; }
.all a:hover { text-decoration: underline; }
.episodes .all > :target { background: var(--heard); box-shadow: 0 0 0 .6rem var(--heard); clip-path: inset(0 -.6rem); }
.all a { overflow-wrap: anywhere; }
@media (max-width: 40rem) { .episodes .all > li { grid-template-columns: minmax(0, 1fr); } }
body.framed:has(.player.audio) { padding-bottom: 0; }
.embed { width: auto; padding: .6rem 1rem; }
.embed header { display: flex; align-items: center; gap: .9rem; margin-bottom: .6rem; font-family: var(--sans); }
.embed header img { width: 3.6rem; height: 3.6rem; border-radius: .5rem; object-fit: cover; }
.embed header p { margin: 0; font-size: .82rem; line-height: 1.4; }
.embed header h1 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font: 600 1rem/1.3 var(--sans); letter-spacing: 0; }
.embed header a { color: inherit; text-decoration: none; }
.embed header p a { color: var(--soft); }
.embed header a:hover { text-decoration: underline; }
.embed .under { margin-bottom: 0; }
.embed .docked { position: static; }
.embed .heard { display: none; }
.embed .chapters { margin-top: 1.2rem; font: .92rem/1.45 var(--sans); }
`
