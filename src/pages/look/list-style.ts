/** The page of the show, and all pages that list episodes. */
export const listStyle = `.hero { display: grid; grid-template-columns: 5.4rem minmax(0, 1fr); gap: 0 1.2rem; align-items: center; padding: 1.8rem 0 0; }
.hero > .about-show { grid-column: 1 / -1; }
.hero:not(:has(.cover)) > * { grid-column: 1 / -1; }
.hero .author { font: .95rem/1.4 var(--sans); color: var(--soft); margin: .4rem 0 0; }
.hero .subtitle { margin: 1.2rem 0 .8rem; }
.about-show > p:first-child:not(.subtitle) { margin-top: .9rem; }
.about-show > p { max-width: 40rem; margin-bottom: .7em; }
.cover { display: block; width: 100%; border-radius: .9rem; box-shadow: 0 .5rem 1.6rem rgb(0 0 0 / .18); }
.subscribe { margin-top: 1.5rem; font: .92rem/1.5 var(--sans); }
.subscribe h2 { margin-bottom: .6rem; }
.subscribe details { margin: 0; }
.subscribe summary { width: fit-content; padding: .2rem 0; color: var(--soft); font-size: .88rem; cursor: pointer; }
.subscribe details[open] summary { margin-bottom: .6rem; }
.subscribe details p { margin: 0 0 .5rem; color: var(--soft); }
.translations { margin: 0 0 1em; font: .92rem/1.5 var(--sans); }
.scan { display: none; }
@media (min-width: 58rem) {
  .subscribe { display: grid; grid-template-columns: minmax(0, 1fr) 6.4rem; gap: 0 2rem; align-content: start; }
  .subscribe > * { grid-column: 1; }
  .subscribe > .scan { display: block; grid-area: 1 / 2 / span 4; margin: 0; text-align: center; font-size: .72rem; line-height: 1.35; color: var(--soft); }
}
.scan svg { display: block; width: 6.4rem; height: 6.4rem; border-radius: .5rem; border: 1px solid var(--line); margin-bottom: .35rem; }
.apps { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0 0 .6rem; padding: 0; }
.apps a { display: block; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); color: var(--ink); text-decoration: none; font-weight: 600; font-size: .85rem; }
.apps a:hover { border-color: var(--accent); color: var(--accent); }
.address { display: block; font-size: .8rem; padding: .65rem .8rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow-wrap: anywhere; user-select: all; }
.supports { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0 0; }
.under { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .6rem 1.5rem; margin-top: .8rem; }
.under > p { margin: 0; }
.support { display: inline-block; padding: .5rem 1.1rem; border: 1.5px solid var(--accent); border-radius: 2rem; font: 600 .88rem/1.3 var(--sans); text-decoration: none; }
.support:hover { background: var(--accent); color: var(--paper); }
.show > .people { margin-top: 2.4rem; font: .92rem/1.45 var(--sans); }
.show > .people ul { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; margin: 0; padding: 0; }

.featured { margin-top: 2.6rem; }
.featured h3 { font-size: clamp(1.5rem, 1.2rem + 1.3vw, 2.1rem); letter-spacing: -.015em; margin: 0 0 .5rem; }
.featured h3 a { color: inherit; text-decoration: none; }
.featured h3 a:hover { color: var(--accent); }
.featured .facts { margin-bottom: .8rem; }
.featured .summary { max-width: 44rem; margin-bottom: 1.2rem; }

.shows { margin-top: 2.6rem; }
.shows ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .8rem; list-style: none; margin: 0; padding: 0; }
.shows .many { max-height: 24rem; overflow-y: auto; overscroll-behavior: contain; }
.shows a { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0 1rem; align-items: center; height: 100%; padding: .8rem; border: 1px solid var(--line); border-radius: .9rem; background: var(--card); color: var(--ink); text-decoration: none; }
.shows a:not(:has(img)) > * { grid-column: 1 / -1; }
.shows a:hover { border-color: var(--accent); }
.shows img { display: block; width: 4.5rem; height: 4.5rem; border-radius: .6rem; object-fit: cover; }
.shows b { display: block; font: 700 1.1rem/1.25 var(--serif); }
.shows b + span { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; margin-top: .25rem; font: .88rem/1.4 var(--sans); color: var(--soft); }

.episodes { margin-top: 3.4rem; }
.title + .episodes { margin-top: .6rem; }
.list-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .6rem 1.5rem; margin-bottom: 1.2rem; }
.list-head h2 { margin: 0; }
.episodes > h1 { margin-bottom: 1.4rem; }
.episodes > h1 small { font: 600 .9rem/1 var(--sans); letter-spacing: 0; color: var(--soft); margin-inline-start: .4rem; }
.episodes ol { list-style: none; margin: 0; padding: 0; }
.episodes ol > li { padding: 1.6rem 0 1.1rem; border-top: 1px solid var(--line); }
.name { font: 700 1.4rem/1.25 var(--serif); letter-spacing: -.01em; text-transform: none; color: var(--ink); margin: 0 0 .5rem; }
.name a { color: inherit; text-decoration: none; }
.name a:hover { color: var(--accent); text-decoration: underline; }
.thumb { float: right; width: 4.5rem; height: 4.5rem; margin: .15rem 0 .4rem 1rem; border-radius: .6rem; object-fit: cover; }
html[dir="rtl"] .thumb { float: left; margin: .15rem 1rem .4rem 0; }
.episodes p { max-width: 40rem; margin-bottom: .6rem; }
.pager { display: flex; align-items: center; gap: 1rem; margin-top: 1.2rem; padding-top: 1.4rem; border-top: 1px solid var(--line); font: 600 .9rem/1.3 var(--sans); color: var(--soft); }
.pager .next { margin-inline-start: auto; }
.pager .prev + span { margin-inline-end: 0; }
.pager > span:first-child { order: 0; }
.pager a { padding: .55rem 1.1rem; border: 1px solid var(--line); border-radius: 2rem; text-decoration: none; }
.pager a:hover { border-color: currentColor; }
.groups { margin-top: 2.8rem; }
.groups ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; font: .88rem/1.4 var(--sans); }
.groups a { display: block; padding: .35rem .85rem; border: 1px solid var(--line); border-radius: 2rem; color: var(--ink); text-decoration: none; }
.groups a:hover { border-color: var(--accent); color: var(--accent); }
.groups small { color: var(--soft); }
.topics { display: grid; gap: 2.4rem 3.2rem; margin-top: .6rem; }
@media (min-width: 46rem) { .topics { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.topic h2 { font: 700 1.3rem/1.3 var(--serif); letter-spacing: -.01em; text-transform: none; color: var(--ink); margin: 0 0 .5rem; }
.topic h2 a { color: inherit; text-decoration: none; }
.topic h2 a:hover { color: var(--accent); text-decoration: underline; }
.topic h2 small { font: .82rem/1 var(--sans); letter-spacing: 0; color: var(--soft); margin-inline-start: .3rem; }
.topic ul { list-style: none; margin: 0; padding: 0; font: .95rem/1.4 var(--sans); }
.topic li { border-top: 1px solid var(--line); }
.topic li a { display: block; padding: .6rem 0; color: var(--ink); text-decoration: none; }
.topic li a:hover { text-decoration: underline; }
.topic .rest a { color: var(--accent); font-weight: 600; font-size: .88rem; }
.topic :target, .topic :target a { color: var(--accent); }
`
