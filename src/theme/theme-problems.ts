import {problemsOf} from '../model/problem.ts'
import type {ProblemKind} from '../model/problem-kind.ts'

/** Problems of what an author makes of the pages: the theme, and pages of the author's own. */
export const themeProblems = {
  'theme-file-missing': {
    severity: 'warning',
    why: 'The theme names a file that is not in the folder `theme/`, so pages have what they would have without it.',
    bad: 'theme: {logo: logo.svg}   # and there is no theme/logo.svg',
    good: 'theme: {logo: logo.svg}   # beside theme/logo.svg',
  },
  'theme-file-unread': {
    severity: 'warning',
    why: 'The folder `theme/` holds a file that no page reads: it lies in the wrong folder, or has a slip in its name.',
    bad: 'theme/templates/footer.liquid',
    good: 'theme/footer.liquid',
  },
  'theme-contrast': {
    severity: 'warning',
    why: 'Text in this colour is hard to read on what is behind it: WCAG 2.2 AA asks for a contrast of 4.5 to 1. The colour is used all the same.',
    bad: 'theme: {colours: {accent: "#ffcc00"}}',
    good: 'theme: {colours: {accent: "#8a6d00"}}',
  },
  'theme-head-left-out': {
    severity: 'warning',
    why: 'What is in `theme/head.html` would end the head of the page, or swallow what comes after it, so pages are without it.',
    bad: '<div id="banner"></div>   # in theme/head.html',
    good: '<script defer src="https://stats.example.org/count.js"></script>',
  },
  'theme-head-blocked': {
    severity: 'warning',
    why: 'The policy of pages names the scripts and hosts of `theme/head.html`, but it has no name for this, so browsers do not run it.',
    bad: '<link rel="stylesheet" href="extra.css" onload="ready()">',
    good: '<script>addEventListener("load", ready)</script>',
  },
  'theme-style-blocked': {
    severity: 'warning',
    why: 'The style sheet of the theme names a file on another host. The policy of pages lets nothing come from there, because the host would see who opens a page, so browsers pass over it. If `theme/head.html` names the host, it may.',
    bad: '@import url("https://fonts.example/inter.css");   /* in theme/style.css */',
    good: '@font-face {font-family: Inter; src: url(fonts/inter.woff2)}   /* beside theme/fonts/inter.woff2 */',
  },
  'template-broken': {
    severity: 'warning',
    why: 'A template of the theme cannot be read or filled in, so this part of the pages is as it is without it. Everything else is built.',
    bad: '<h1>{{ episode.titel }}</h1>   # in theme/episode.liquid',
    good: '<h1>{{ episode.title }}</h1>',
  },
  'own-page-left-out': {
    severity: 'warning',
    why: 'A page of your own would have the address of something that is there already, so it is not published.',
    bad: 'own_pages: pages/*.md   # with pages/episodes.md',
    good: 'own_pages: pages/*.md   # with pages/archive.md',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export const problem = problemsOf(themeProblems)
