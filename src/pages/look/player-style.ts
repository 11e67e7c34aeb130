/** The player that the script makes, what hangs on it, and the transcript that follows the voice. */
export const playerStyle = `.player audio { display: block; width: 100%; height: 3.2rem; }
.player video { display: block; width: 100%; aspect-ratio: 16 / 9; max-height: 80vh; background: #000; border-radius: .9rem; margin-bottom: .8rem; }
.player.ready audio { display: none; }
/* Time runs from left to right in every language, as keys and the controls of systems have it. */
.deck { direction: ltr; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .9rem 1.2rem; align-items: center; padding: 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1.2rem; font-family: var(--sans); }
.deck.film { display: block; padding: 0; border: 0; background: none; }
.line { min-width: 0; }
.now { text-align: left; margin: 0; font-size: .92rem; font-weight: 600; line-height: 1.4; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.scale { position: relative; display: block; width: auto; margin: 0; padding: 0; height: 1.7rem; }
.scale input { -webkit-appearance: none; appearance: none; display: block; width: 100%; height: 1.7rem; margin: 0; background: none; cursor: pointer; --knob: 1.05rem; --track: var(--marks, none), linear-gradient(to right, var(--accent) calc(var(--at, 0) * (100% - var(--knob)) + var(--knob) / 2), var(--rail) 0); }
.scale input::-webkit-slider-runnable-track { height: .45rem; border-radius: .3rem; background: var(--track); }
.scale input::-moz-range-track { height: .45rem; border-radius: .3rem; background: var(--track); }
.scale input::-webkit-slider-thumb { -webkit-appearance: none; width: var(--knob); height: var(--knob); margin-top: -.3rem; border: .18rem solid var(--card); border-radius: 50%; background: var(--accent); }
.scale input::-moz-range-thumb { box-sizing: border-box; width: var(--knob); height: var(--knob); border: .18rem solid var(--card); border-radius: 50%; background: var(--accent); }
.times { display: flex; justify-content: space-between; font-size: .76rem; line-height: 1.2; color: var(--soft); font-variant-numeric: tabular-nums; }
.times span { flex: 1; }
.times span + span { text-align: end; }
/* One row at every width, so that its height is known before the script makes it. */
.tools { grid-column: 1 / -1; display: flex; gap: .45rem; }
.tool { min-width: 2.9rem; height: 2.45rem; padding: 0 .75rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--paper); color: var(--ink); font: 600 .82rem/1 var(--sans); font-variant-numeric: tabular-nums; cursor: pointer; }
.tool:hover { border-color: var(--accent); color: var(--accent); }
select.tool { -webkit-appearance: none; appearance: none; width: 4.2rem; field-sizing: content; text-align: center; text-align-last: center; }
.tools > .tool { flex: none; }
.tools > .sleep { flex: 0 1 auto; width: 6.4rem; min-width: 2.4rem; max-width: 11rem; unicode-bidi: plaintext; }
.tool option { background: var(--paper); color: var(--ink); }
.tools .heard { margin-inline-start: auto; }
.tools .help { margin-inline-start: auto; }
.tools .heard + .help { margin-inline-start: 0; }
.tool.play { width: 3.9rem; height: 3.9rem; padding: 0; border: 0; border-radius: 50%; background: var(--accent); }
.tool.play:hover { background: var(--ink); }
.playing .tool.play::before { clip-path: polygon(4% 0, 34% 0, 34% 100%, 4% 100%, 4% 0, 66% 0, 96% 0, 96% 100%, 66% 100%, 66% 0, 4% 0); }
.docked { position: fixed; z-index: 5; inset-inline: 0; bottom: 0; grid-template-columns: auto minmax(0, 1fr) auto; gap: .9rem; padding: .5rem max(1rem, 50vw - 33rem) calc(.5rem + env(safe-area-inset-bottom)); border-width: 1px 0 0; border-radius: 0; box-shadow: 0 -.4rem 1.6rem rgb(0 0 0 / .08); }
.docked .tool.play { width: 2.9rem; height: 2.9rem; }
.docked .tools { grid-column: auto; flex-wrap: nowrap; }
.docked .scale, .docked .scale input { height: 1.3rem; }
@media (max-width: 46rem) {
  .docked .speed, .docked .sleep, .docked .help, .docked .times { display: none; }
  .docked .tool { min-width: 2.5rem; padding: 0 .5rem; }
}
@media (max-width: 34rem) {
  .deck:not(.docked) { padding-inline: .9rem; }
  .tools { gap: .3rem; }
  .tools > .tool { min-width: 2.6rem; padding: 0 .4rem; }
  .tools > .speed { width: 3.6rem; }
}
/* Who has no keys needs no list of them, and a narrow window has no place for its button. */
@media (max-width: 34rem), (hover: none) and (pointer: coarse) { .tools > .help { display: none; } }
@media (scripting: enabled) {
  .player.audio { min-height: 10.1rem; }
  /* Ours come in a moment, and those of the browser move while they load. They are there if no script came. */
  .player.audio:not(.ready) audio { visibility: hidden; animation: come 0s 2s forwards; }
  body:has(.player.audio) { padding-bottom: 5.5rem; }
}
@keyframes come { to { visibility: visible; } }
@media (scripting: none) {
  .player.audio { position: sticky; top: 0; z-index: 2; padding: .7rem 0; background: var(--paper); }
  html { scroll-padding-top: 6rem; }
  .neighbours:not(:has(a)) { display: none; }
}

.keys { width: min(24rem, 100% - 2rem); padding: 1.4rem 1.5rem; border: 1px solid var(--line); border-radius: 1.1rem; background: var(--paper); color: var(--ink); font: .92rem/1.4 var(--sans); }
.keys::backdrop { background: rgb(0 0 0 / .45); }
.keys div { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.keys dt { font-weight: 600; white-space: nowrap; }
.keys dd { margin: 0; color: var(--soft); text-align: end; }
.quote, .mend { position: absolute; z-index: 4; max-width: 18rem; background: var(--ink); color: var(--paper); border: 0; box-shadow: 0 .3rem 1rem rgb(0 0 0 / .25); }
.mend { display: flex; align-items: center; text-decoration: none; }
.mend:hover { color: var(--paper); }
.quote[hidden] { display: none; }
.speakers { display: flex; flex-wrap: wrap; gap: .45rem; margin: 0 0 1.4rem; }
.speakers .tool { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tool[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
@media (scripting: none) { .speakers { display: none; } }

.transcript [data-start] { border-radius: .3rem; scroll-margin-block: 30vh; }
.transcript span[data-start] { -webkit-box-decoration-break: clone; box-decoration-break: clone; padding-block: .12em; transition: background-color .25s; }
body:has(.player.ready) .transcript [data-start] { cursor: pointer; }
@media (hover: hover) { body:has(.player.ready) .transcript [data-start]:not([aria-current]):hover { background: var(--card); } }
::highlight(heard-word) { background-color: var(--accent); color: var(--paper); }
.turn:target { margin-inline: -1rem; padding: .8rem 1rem; border-inline-start: .2rem solid var(--accent); background: var(--card); border-radius: .4rem; }
`
