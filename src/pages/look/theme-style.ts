/** What only a theme brings: a logo, ways around the site, links at the foot; and pages of the author's own. */
export const siteStyle = `.bar .logo { width: auto; height: 2.2rem; border-radius: 0; object-fit: contain; }
.around { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-inline: auto 0; }
.around a:hover { text-decoration: underline; }
.around [aria-current] { color: var(--accent); }
.around + .find { margin-inline-start: .4rem; }
.bar:has(.around) { flex-wrap: wrap; }
.foot .links { flex-basis: 100%; }
.own .text { padding-bottom: 2rem; }
.own .text > :last-child { margin-bottom: 0; }
.own .text img { border-radius: .6rem; }
`
