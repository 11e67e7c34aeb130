/** The button of the search, and the dialog that its script makes. */
export const searchStyle = `.find { display: inline-flex; align-items: center; gap: .55rem; height: 2.45rem; padding: 0 1rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); color: var(--soft); font: 600 .85rem/1 var(--sans); cursor: pointer; }
.find::before { content: ""; width: .95rem; height: .95rem; background: currentColor; mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M7 2a5 5 0 1 0 3.1 8.9l3.5 3.5 1.3-1.3-3.5-3.5A5 5 0 0 0 7 2zm0 1.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4z'/%3E%3C/svg%3E") center / contain no-repeat; }
.find:hover { border-color: var(--accent); color: var(--accent); }
.find[hidden] { display: inline-flex; visibility: hidden; }
@media (scripting: none) { .find, .find[hidden] { display: none; } }
.search { width: min(44rem, 100% - 1.5rem); max-height: min(46rem, 100dvh - 2rem); margin-block: max(1rem, 8vh) auto; padding: 0; border: 1px solid var(--line); border-radius: 1.2rem; background: var(--paper); color: var(--ink); font-family: var(--sans); box-shadow: 0 1.2rem 4rem rgb(0 0 0 / .3); overflow-y: auto; }
.search::backdrop { background: rgb(0 0 0 / .5); }
.ask { position: sticky; top: 0; z-index: 1; display: flex; gap: .6rem; align-items: center; padding: .8rem .9rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.ask input { flex: 1; min-width: 0; height: 2.8rem; padding: 0 1rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); color: var(--ink); font: 1.05rem/1.2 var(--sans); }
.ask input::-webkit-search-cancel-button { display: none; }
.ask input:focus-visible { outline-width: .12rem; outline-offset: 0; }
.ask .tool { font-size: 1.2rem; }
.said { margin: 0; padding: 0 1.2rem; color: var(--soft); font-size: .92rem; }
.said:not(:empty) { padding-block: 1.1rem; }
.search ol { list-style: none; margin: 0; padding: 0; }
.search li a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem 1rem; align-items: baseline; padding: .85rem 1.2rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
.search li:last-child a { border-bottom: 0; }
.search li a:hover, .search li a:focus-visible { background: var(--card); outline-offset: -.2rem; }
.where { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .7rem; }
.where b { font: 700 1.05rem/1.35 var(--serif); overflow-wrap: anywhere; }
.where small { color: var(--soft); }
.search li p { grid-column: 1 / -1; margin: 0; color: var(--soft); font-size: .9rem; line-height: 1.5; }
.search li p:empty { display: none; }
.search mark { background: var(--heard); color: var(--ink); border-radius: .2rem; padding-inline: .1em; }
`
