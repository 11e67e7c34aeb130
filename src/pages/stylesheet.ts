import {usualColours} from '../model/theme.ts'
import {listStyle} from './look/list-style.ts'
import {playerStyle} from './look/player-style.ts'
import {searchStyle} from './look/search-style.ts'
import {siteStyle} from './look/theme-style.ts'
import {touchStyle} from './look/touch-style.ts'

const {light, dark} = usualColours

/**
 * The look of the pages. It is one file, loads no fonts, and is light or dark as the reader's system is. Text has a contrast of
 * at least 10:1, links and small print of at least 5:1: on paper, on cards, and where the player marks what is heard (WCAG AA
 * asks for 4.5:1).
 */
export const stylesheet = `:root {
  color-scheme: light dark;
  --paper: ${light.background};
  --card: ${light.card};
  --ink: ${light.text};
  --soft: ${light.soft};
  --line: ${light.line};
  --accent: ${light.accent};
  --heard: ${light.highlight};
  --rail: #d3c8b7;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: ${dark.background};
    --card: ${dark.card};
    --ink: ${dark.text};
    --soft: ${dark.soft};
    --line: ${dark.line};
    --accent: ${dark.accent};
    --heard: ${dark.highlight};
  --rail: #4a453d;
  }
}

*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 2rem 6rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.65 var(--serif); overflow-wrap: break-word; text-rendering: optimizeLegibility; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; margin: 2em 0 .5em; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3rem); letter-spacing: -.02em; margin: 0; font-weight: 700; }
h2 { font: 600 .8rem/1.3 var(--sans); letter-spacing: .08em; text-transform: uppercase; color: var(--soft); margin: 0 0 1rem; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.05rem; }
p, ul, ol, dl, blockquote, pre, figure, table, details { margin: 0 0 1em; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: .18rem solid var(--accent); outline-offset: .2rem; border-radius: .2rem; }
img, video { max-width: 100%; height: auto; }
picture { display: contents; }
picture > source { display: none; }
small { font-size: .8rem; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .88em; }
code { background: var(--card); border-radius: .25rem; padding: .1em .3em; }
pre { background: var(--card); border-radius: .5rem; padding: 1rem; overflow-x: auto; line-height: 1.5; }
pre code { padding: 0; }
blockquote { margin-inline: 0; padding-inline-start: 1.1rem; border-inline-start: .2rem solid var(--accent); font-style: italic; }
table { display: block; overflow-x: auto; border-collapse: collapse; font: .9rem/1.5 var(--sans); }
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { text-align: start; }
.to-left { text-align: left; }
.to-center { text-align: center; }
.to-right { text-align: right; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }

.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; z-index: 3; padding: .5rem 1rem; background: var(--ink); color: var(--paper); font-family: var(--sans); border-radius: 0 0 .5rem .5rem; }
.skip:focus { top: 0; }
.bar, main, .foot { width: min(100% - 2.5rem, 66rem); margin-inline: auto; }
.bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 1.1rem 0; font: 600 .95rem/1.3 var(--sans); }
.bar > a:first-child { margin-inline-end: auto; }
.bar .follow { white-space: nowrap; }
.bar a { display: inline-flex; align-items: center; gap: .75rem; color: inherit; text-decoration: none; }
.bar a:hover :is(bdi, span), .bar .follow:hover { text-decoration: underline; }
.bar img { flex: none; border-radius: .45rem; object-fit: cover; }

/* A dot stands before each fact, and what stands where a line begins is cut off: no line ends with one. */
.facts { --dot: 1.2em; display: flex; flex-wrap: wrap; margin: 0 0 .6rem; margin-inline-start: calc(-1 * var(--dot)); padding: 0; list-style: none; font: .82rem/1.5 var(--sans); color: var(--soft); clip-path: inset(0 0 0 var(--dot)); }
[dir="rtl"] .facts { clip-path: inset(0 var(--dot) 0 0); }
.facts li { white-space: nowrap; }
.facts li::before { content: "·"; display: inline-block; width: var(--dot); text-align: center; }
.explicit { font-weight: 600; font-size: .72rem; letter-spacing: .03em; text-transform: uppercase; border: 1px solid; border-radius: .25rem; padding: 0 .35em; }
.subtitle { font-size: 1.2rem; line-height: 1.45; color: var(--soft); margin: .8rem 0 0; text-wrap: pretty; }
.subtitle + p { margin-top: 1.2rem; }

.title { max-width: 46rem; padding: 2rem 0 1.6rem; }
.title h1, .name, .featured h3, .neighbours b { hyphens: auto; hyphenate-limit-chars: 12 5 5; }
.title h1.long { font-size: clamp(1.6rem, 1.2rem + 1.9vw, 2.4rem); }
.title h1.very-long { font-size: clamp(1.35rem, 1.15rem + 1vw, 1.8rem); }
.pictured { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 1.2rem; align-items: start; }
.picture { width: 100%; height: auto; border-radius: .7rem; box-shadow: 0 .3rem 1rem rgb(0 0 0 / .14); }
.download { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font: .85rem/1.5 var(--sans); margin: .7rem 0 0; }
.download small { color: var(--soft); }
.video-card { display: flex; align-items: center; gap: 1.1rem; margin: 1rem 0 0; padding: 1.1rem 1.3rem; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; color: inherit; text-decoration: none; font: 1rem/1.4 var(--sans); }
.video-card:hover { border-color: var(--accent); }
.video-card b, .video-card small { display: block; }
.video-card small { color: var(--soft); margin-top: .15rem; }
.play { flex: none; width: 3rem; height: 3rem; border-radius: 50%; background: var(--accent); display: grid; place-items: center; }
.play:hover { background: var(--ink); }
.play::before { content: ""; width: 1.15rem; height: 1.15rem; background: var(--paper); clip-path: polygon(18% 0, 100% 50%, 18% 100%); }

.columns, .column { margin-top: 2.8rem; }
.columns { display: flex; flex-direction: column; }
.columns > aside { display: contents; }
.columns > .text { order: 1; }
.columns .people, .columns .about { order: 2; margin-top: 2.4rem; }
.columns .chapters, .columns .highlights { margin-bottom: 2.4rem; font: .92rem/1.45 var(--sans); }
.columns .people, .columns .about { font: .92rem/1.45 var(--sans); }
aside ul, aside ol { list-style: none; margin: 0; padding: 0; }
.time { font: .82rem/1.4 var(--sans); font-variant-numeric: tabular-nums; color: var(--accent); white-space: nowrap; text-decoration: none; }
.time:hover { text-decoration: underline; }
.chapters ol { list-style: none; margin: 0; padding: 0; max-height: 21rem; overflow-y: auto; }
.chapters li { display: flex; align-items: baseline; border-top: 1px solid var(--line); }
.chapters li:last-child { border-bottom: 1px solid var(--line); }
.chapters li > :first-child { flex: 1; display: grid; grid-template-columns: 3.6rem 1fr; padding: .55rem .4rem; color: inherit; text-decoration: none; }
.chapters a:hover span:last-child { text-decoration: underline; }
.chapters .more { padding: .55rem .6rem; text-decoration: none; }
[data-start][aria-current] { background: var(--heard); }
.chapters [aria-current] { box-shadow: inset .2rem 0 var(--accent); }
html[dir="rtl"] .chapters [aria-current] { box-shadow: inset -.2rem 0 var(--accent); }
.highlights li a { display: grid; grid-template-columns: 3.6rem 1fr; padding: .5rem .4rem; border-top: 1px solid var(--line); color: inherit; text-decoration: none; }
.highlights li a:hover span:last-child { text-decoration: underline; }
.about dl { margin: 0; }
.about dl > div { display: flex; flex-wrap: wrap; gap: .15rem .55rem; padding: .55rem 0; border-top: 1px solid var(--line); }
.about dt { flex: 0 0 5.2rem; color: var(--soft); }
.about dd { margin: 0; }
.about dd:not(:last-child)::after { content: ","; }
.about dd:not(:last-child):lang(ar)::after { content: "،"; }
.about dd:not(:last-child):is(:lang(ja), :lang(zh))::after { content: "、"; }
.people li { display: flex; align-items: center; gap: .8rem; margin-bottom: .7rem; }
.people small { display: block; color: var(--soft); }
.people small::first-letter { text-transform: uppercase; }
.portrait { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; object-fit: cover; background: var(--card); border: 1px solid var(--line); color: var(--soft); display: grid; place-items: center; font-weight: 600; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 1.8rem 0 0; padding: 0; font: .82rem/1.4 var(--sans); }
.files a { display: block; padding: .3rem .7rem; border: 1px solid var(--line); border-radius: 2rem; text-decoration: none; }
.files a:hover { border-color: currentColor; }

.text { min-width: 0; max-width: 38rem; }
.text section + section { margin-top: 3.5rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.notes img { border-radius: .6rem; }
.notes > :last-child { margin-bottom: 0; }
.turn { margin-bottom: 1.6rem; }
.speaker { font: .9rem/1.4 var(--sans); margin: 0 0 .25rem; }
.speaker .time { margin-inline-start: .5rem; }
.turn > p:not(.speaker), .turn > blockquote, .turn li { border-radius: .35rem; margin-inline: -.5rem; padding-inline: .5rem; }
.turn > blockquote { margin-inline: 0; padding-inline-start: 1.1rem; }
.turn > p { margin-bottom: .7em; }
.turn p .time, .turn li .time, .transcript h3 .time { margin-inline-end: .35em; }
/* A name, a time or a figure of another direction keeps to itself. */
.speaker b, .time { unicode-bidi: isolate; }
[dir="rtl"] :is(h1, h2, h3, .subtitle, .chapters span, .highlights span, .where b, .all a, .topic a, .episodes p, .summary)[dir="auto"] { text-align: right; }
[dir="ltr"] :is(h1, h2, h3, .subtitle, .chapters span, .highlights span, .where b, .all a, .topic a, .episodes p, .summary)[dir="auto"] { text-align: left; }
.event { color: var(--soft); }
.editorial { color: var(--soft); font-style: italic; }

${listStyle}
${playerStyle}
${searchStyle}
/* Of one height, whatever their titles are: they come when somebody reads near, and nothing may move then. */
${siteStyle}.neighbours { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-auto-rows: 5.8rem; gap: .8rem 1rem; align-content: start; margin-top: 3.5rem; font: .95rem/1.35 var(--sans); }
.neighbours a { display: flex; flex-direction: column; justify-content: center; padding: 0 1.1rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--ink); text-decoration: none; overflow: hidden; overflow-wrap: anywhere; }
.neighbours b { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; text-align: match-parent; }
.neighbours a:hover { border-color: var(--accent); }
.neighbours small { display: block; color: var(--soft); margin-bottom: .2rem; }
.neighbours .next { text-align: end; }
@media (max-width: 34rem) { .bar .find { width: 2.6rem; padding: 0; justify-content: center; gap: 0; font-size: 0; } .bar .find::before { width: 1.05rem; height: 1.05rem; } }
@media (max-width: 34rem) { .neighbours { grid-template-columns: 1fr; } }
@media (max-width: 34rem) and (scripting: enabled) { .neighbours { min-height: 12.4rem; } }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .4rem 2rem; margin-top: 4rem; padding: 1.4rem 0 2.4rem; border-top: 1px solid var(--line); font: .82rem/1.5 var(--sans); color: var(--soft); }
.foot p { margin: 0; }
.foot a { margin-inline-end: .9rem; }

@media (min-width: 58rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 38rem) minmax(14rem, 1fr); gap: 0 5rem; }
  .columns > aside { display: block; order: 1; align-self: start; position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; }
  .columns > .text { order: 0; }
  .columns .chapters, .columns .people, .columns .about, .columns .highlights { margin: 0 0 2.2rem; }
  .chapters ol { max-height: none; }
  .featured { padding: 1.8rem 2rem 1.5rem; border: 1px solid var(--line); border-radius: 1.4rem; }
  .title { padding-top: 3.2rem; }
  .pictured { grid-template-columns: 9rem minmax(0, 1fr); gap: 0 2rem; max-width: none; }
  .hero { grid-template-columns: 17rem minmax(0, 1fr); grid-template-rows: auto 1fr; gap: 0 3.2rem; align-items: start; padding-top: 3.6rem; }
  .hero .cover { grid-row: 1 / 3; }
  .hero > .about-show { grid-column: 2; }
  .hero:not(:has(.cover)) { display: block; max-width: 44rem; }
  .episodes ol > li { display: grid; grid-template-columns: 17rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 3.2rem; }
  .episodes ol > li > .facts { grid-row: span 2; display: block; padding-top: .35rem; }
  .episodes .facts { margin-inline-start: 0; clip-path: none; }
  .episodes .facts li::before { content: none; }
  .episodes > h2, .episodes > p { padding: 0; }
}
${touchStyle}@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media print {
  /* More than :root: colours of the cover and of a theme come after this sheet, and are for screens. */
  html:root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --accent: #000; --heard: #fff; }
  body { font-size: 10.5pt; }
  .skip, .find, .around, .player, .featured, .video-card, .download, .files, .subscribe, .supports, .neighbours, .pager, .groups, .quote, .mend, .speakers { display: none; }
  .chapters ol { max-height: none; }
  .columns > aside { display: block; position: static; max-height: none; margin-bottom: 2.4rem; }
  .columns { display: block; }
  .turn, .chapters li, .people li { break-inside: avoid; }
  h1, h2, h3, .speaker { break-after: avoid; }
  .foot nav { display: none; }
  .text { max-width: none; }
  .episodes ol > li { break-inside: avoid; }
  .notes a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
}
`
