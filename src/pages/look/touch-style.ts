/** For fingers: what is to be touched is 44 pixels high (WCAG 2.2, 2.5.5). Padding of words in a line moves nothing. */
export const touchStyle = `@media (pointer: coarse) {
  .tool, .find { height: 2.6rem; min-width: 2.6rem; }
  .scale input, .docked .scale input { position: relative; top: -.45rem; height: 2.6rem; }
  .docked .scale input { top: -.65rem; }
  .bar a { min-height: 2.6rem; }
  .bar:has(.around) { row-gap: 0; }
  .apps a, .support, .pager a, .groups a, .files a { display: inline-flex; align-items: center; min-height: 2.6rem; }
  .groups small { margin-inline-start: .35em; }
  .chapters li > :first-child, .chapters .more, .highlights li a, .about dl > div, .topic li a { padding-block: .66rem; }
  .subscribe summary { padding-block: .7rem; }
  .people a, .about dd a, .download a, .embed p a { padding-block: .85rem; }
  .name a, .featured h3 a, .topic h2 a { padding-block: .55rem; }
  .foot a, .all a { display: inline-block; padding-block: .72rem; }
  .all time { align-self: center; }
}
@media (pointer: coarse) and (scripting: enabled) { .player.audio { min-height: 10.25rem; } }
`
