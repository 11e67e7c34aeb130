/** For the panel of problems, the marks of what is held back, and the preview's own pages. */
export const previewStyle = `
:host {
  all: initial;
  color-scheme: light dark;
}
.panel,
.pill {
  position: fixed;
  z-index: 2147483647;
  inset-inline-start: 12px;
  font: 14px/1.45 system-ui, sans-serif;
  color: #1c1c1e;
  background: #fff;
  border: 1px solid #8886;
  box-shadow: 0 4px 24px #0004;
  box-sizing: border-box;
}
.pill {
  inset-block-end: 12px;
  padding: 5px 12px;
  border-radius: 99px;
  cursor: pointer;
}
.pill::before {
  content: '';
  display: inline-block;
  width: 9px;
  height: 9px;
  margin-inline-end: 7px;
  border-radius: 50%;
  background: #2e9e5b;
}
.pill.warning::before {
  background: #d99a00;
}
.pill.error {
  color: #fff;
  background: #b3261e;
}
.pill.error::before {
  background: #fff;
}
.panel {
  inset-block-end: 54px;
  width: min(46rem, calc(100vw - 24px));
  max-height: min(70vh, 46rem);
  overflow: auto;
  padding: 12px 16px;
  border-radius: 10px;
}
.panel[hidden] {
  display: none;
}
.panel h2 {
  margin: 0 0 8px;
  font-size: 16px;
}
.panel p {
  margin: 4px 0;
}
.panel article {
  margin: 0 0 12px;
  padding: 8px 12px;
  border-inline-start: 4px solid #888;
  background: #8881;
}
.panel article.error {
  border-color: #b3261e;
}
.panel article.warning {
  border-color: #d99a00;
}
.panel code,
.panel pre {
  font: 13px/1.5 ui-monospace, monospace;
}
.panel pre {
  margin: 6px 0;
  overflow-x: auto;
}
.panel .row {
  color: #888;
}
.panel .row.at {
  color: inherit;
}
.panel .row i {
  display: inline-block;
  min-width: 3em;
  padding-inline-end: 1em;
  text-align: end;
  font-style: normal;
  opacity: 0.6;
}
.panel mark {
  color: #fff;
  background: #b3261e;
}
.panel .warning mark {
  background: #8a6100;
}
.panel .hint {
  opacity: 0.8;
}
.panel a {
  color: inherit;
}
.panel .close {
  float: inline-end;
  font-size: 22px;
  line-height: 1;
  border: 0;
  background: none;
  color: inherit;
  cursor: pointer;
}
@media (prefers-color-scheme: dark) {
  .panel,
  .pill {
    color: #f2f2f4;
    background: #222226;
  }
}
@media print {
  .panel,
  .pill {
    display: none;
  }
}
.castwright-badge {
  display: inline-block;
  padding: 0.1em 0.6em;
  border-radius: 99px;
  font: 600 12px/1.5 system-ui, sans-serif;
  letter-spacing: 0;
  vertical-align: middle;
  color: #fff;
  background: #8a5a00;
}
.castwright-own {
  margin: 0 auto;
  padding: 1.5rem;
  max-width: 60rem;
  font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
.castwright-own :is(h1, h2) {
  line-height: 1.25;
  text-wrap: balance;
}
.castwright-own a {
  color: #8a3210;
  text-underline-offset: 0.18em;
}
.castwright-own :is(td, th) a {
  display: inline-block;
  padding: 0.4rem 0;
}
.castwright-own table {
  display: block;
  overflow-x: auto;
  width: 100%;
  overflow-wrap: normal;
  border-collapse: collapse;
}
.castwright-own :is(th, td) {
  padding: 0.5rem 0.6rem;
  border-block-end: 1px solid #8884;
  text-align: start;
}
.castwright-own small {
  opacity: 0.75;
  font-weight: normal;
}
.castwright-tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 1rem;
  padding: 0;
  list-style: none;
}
.castwright-phone {
  max-width: 26rem;
  padding: 1.25rem;
  border: 1px solid #8886;
  border-radius: 1.25rem;
  overflow-wrap: anywhere;
}
.castwright-phone h1 {
  font-size: 1.35rem;
}
.castwright-phone h2 {
  font-size: 1.1rem;
}
.castwright-phone img {
  border-radius: 0.75rem;
}
.castwright-chapters {
  padding: 0;
  list-style: none;
}
.castwright-chapters span {
  display: inline-block;
  min-width: 4.5em;
  font-variant-numeric: tabular-nums;
}
.castwright-outside {
  color: #b3261e;
}
@media (prefers-color-scheme: dark) {
  .castwright-outside {
    color: #ff8a80;
  }
  .castwright-own a {
    color: #ff9e73;
  }
}
`
