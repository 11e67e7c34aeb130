import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {readHeadHtml} from '../../src/theme/head-html.ts'
import {onePixel} from '../browser/open-site.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"></svg>'

function planTheme(lines: readonly string[], files: Files = {}) {
  return planFiles({'show.yaml': showFile(...lines), '001.md': episodeFile('one'), ...files}, now)
}

function policyOf(page: string | undefined): string {
  return /Content-Security-Policy" content="([^"]*)"/.exec(page ?? '')?.[1] ?? ''
}

describe('theme of show.yaml', () => {
  it('says colours, fonts, a logo and links', async () => {
    const {files, problems} = await planTheme(
      [
        'theme:\n  colours: {accent: 0a6b4d, dark: {background: "#000"}}\n  fonts: {text: {regular: "fonts/my font.woff2", bold: bold.woff2}, labels: Inter}\n  logo: logo.svg\n  navigation: {About: pages/about.md, Topics: /topics/}\n  footer: [{text: Mail, url: "mailto:a@b.example"}]',
        'own_pages: pages/*.md',
      ],
      {
        'theme/logo.svg': svg,
        'theme/fonts/my font.woff2': 'x',
        'theme/bold.woff2': 'x',
        'theme/notes.docx': 'x',
        'theme/style.css': 'body { margin: 1px }\n',
        'pages/about.md': '# About\n\nUs.',
      },
    )
    expect(problems.filter(({code}) => code.startsWith('theme'))).toEqual([])
    expect(files.get('theme/style.css')).toBe(`:root {
  --accent: #0a6b4d;
}
@media (prefers-color-scheme: dark) {
:root {
  --paper: #000000;
  --accent: #7db0a0;
}
}
@font-face { font-family: "theme-text"; src: url("fonts/my%20font.woff2") format("woff2"); font-style: normal; font-weight: 400; font-display: optional; }
@font-face { font-family: "theme-text"; src: url("bold.woff2") format("woff2"); font-style: normal; font-weight: 700; font-display: optional; }
:root { --serif: "theme-text", Georgia, serif; }
:root { --sans: "Inter", system-ui, sans-serif; }
body { margin: 1px }
`)
    const page = files.get('episodes/001/index.html') ?? ''
    expect(page).toContain('<link rel="stylesheet" href="../../theme/style.css">')
    expect(page).toContain('<img class="logo" src="../../theme/logo.svg" alt="Trial Run" width="120" height="40">')
    expect(page).toContain('<a href="../../about/">About</a><a href="../../topics/">Topics</a></nav>')
    expect(page).toContain('<p class="links"><a href="mailto:a@b.example">Mail</a></p>')
    expect(policyOf(page)).toContain("font-src 'self';")
    expect(files.get('about/index.html')).toContain('<a href="../about/" aria-current="page">About</a>')
    expect([...files.keys()].filter((path) => path.startsWith('theme/')).toSorted()).toEqual([
      'theme/bold.woff2',
      'theme/fonts/my font.woff2',
      'theme/logo.svg',
      'theme/style.css',
    ])
  })

  it('leaves out what is wrong, and keeps the rest', async () => {
    const {files, problems} = await planTheme([
      'theme: {colours: {accent: red, text: "#123"}, fonts: {text: gone.woff2, labels: "a;b"}, logo: gone.svg, navigation: {Bad: "javascript:x()", Good: /topics/}, colour_scheme: dark}',
    ])
    const said = problems.filter(({file}) => file === 'show.yaml').map(({code, severity}) => `${severity} ${code}`)
    expect(said.toSorted()).toEqual([
      ...Array(2).fill('warning theme-file-missing'),
      ...Array(4).fill('warning value-invalid'),
    ])
    expect(files.get('theme/style.css')).toContain('--ink: #112233;')
    const page = files.get('index.html') ?? ''
    expect(page).toContain('>Good</a></nav>')
    expect(page).not.toContain('javascript:')
  })

  it('says what the style sheet names and browsers do not show', async () => {
    const css = `@import url("https://fonts.example/inter.css");
/* url(https://remark.example/) */
.a {background: url( 'https://shown.example/a.png' ); src: url(//other.example/b.png)}
.b {background: url(lamp.svg?2#x), url("my%20lamp.svg"), url(data:image/png;base64,AA), url(#part), url(/images/c.png)}
.c {src: url(../theme/lamp.svg); src: url(fonts/gone.woff2)}
`
    const {problems} = await planTheme([], {
      'theme/style.css': css,
      'theme/lamp.svg': svg,
      'theme/my lamp.svg': svg,
      'theme/head.html': '<link rel="icon" href="https://shown.example/icon.png">',
    })
    const said = problems.filter(({file}) => file === 'theme/style.css')
    expect(said.map(({code, line, column}) => `${line}:${column} ${code}`)).toEqual([
      '1:9 theme-style-blocked',
      '3:60 theme-style-blocked',
      '5:39 theme-file-missing',
    ])
    expect(said.map(({message}) => message)[2]).toContain('theme/fonts/gone.woff2')
  })

  it('says which colour cannot be read, and which near one can', async () => {
    const {problems} = await planTheme(['theme: {colours: {accent: "#ffcc00"}}'])
    expect(problems.find(({code}) => code.includes('contrast'))).toMatchObject({
      code: 'theme-contrast',
      severity: 'warning',
      file: 'show.yaml',
      hint: expect.stringMatching(/^Write: accent: "#[0-9a-f]{6}"$/),
    })
  })

  it('changes nothing of pages without it', async () => {
    const {files} = await planTheme([])
    expect(files.get('index.html')).not.toMatch(/theme\/|font-src|class="around"/)
    expect(files.has('theme/style.css')).toBe(false)
  })

  it('is not for pages of other generators', async () => {
    const {files} = await planTheme(['pages: false', 'theme: {colours: {accent: "#123"}}', 'own_pages: pages/*.md'], {
      'pages/about.md': '# About',
    })
    expect([...files.keys()].filter((path) => /theme|about/.test(path))).toEqual([])
  })
})

describe('theme/head.html', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

  it('stands in every head, and the policy names its scripts and hosts', async () => {
    const inline = 'if (1 < 2 && "a") count()'
    const {files} = await planTheme([], {
      'theme/head.html': `<!-- statistics -->\r\n<script defer src="https://stats.example:8443/count.js"></script>\r\n<script>${inline}</script>\n<script type="application/ld+json">{}</script>\n<link rel="preconnect" href="https://fonts.example/x">\n<link rel="stylesheet" href="//css.example/a.css">\n<style>a{}</style>\n<noscript><img src="https://pixel.example/a.gif" alt=""></noscript>`,
    })
    for (const path of ['index.html', 'episodes/001/index.html', '404.html']) {
      const page = files.get(path)
      expect(page).toContain(`<script>${inline}</script>`)
      expect(policyOf(page)).toBe(
        `default-src 'none'; script-src 'self' ${hash(inline)} https://stats.example:8443; ` +
          `style-src 'self' ${hash('a{}')} https://css.example; font-src 'self' https://css.example https://fonts.example; ` +
          "img-src 'self' data: https://pixel.example https://stats.example:8443; " +
          "connect-src 'self' https://fonts.example https://stats.example:8443; manifest-src 'self'; " +
          `media-src 'self'${path === '404.html' ? '' : ' https: http:'}; base-uri 'none'; form-action 'none'`,
      )
    }
  })

  it.each([
    ['<p>Hello</p>', 1],
    ['<meta name="a">\n\n  words', 3],
    ['<script>let open', 1],
    ['<!-- open', 1],
    ['<style>a{}', 1],
    ['<base href="https://a.example/">', 1],
  ])('is left out where it would break the page: %s', (text, line) => {
    const slot = readHeadHtml(text, 'theme/head.html')
    expect(slot).toMatchObject({problems: [{code: 'theme-head-left-out', severity: 'warning', line}]})
    expect(slot.html).toBeUndefined()
  })

  it('says which files of the theme it names in vain', async () => {
    const {problems} = await planFiles(
      {
        'show.yaml': showFile('site_url: https://trial.example/pod/'),
        '001.md': episodeFile('one'),
        'theme/count.js': 'x()',
        'theme/head.html': `<script src="/pod/theme/count.js"></script>
<script src="/pod/theme/cuont.js"></script><script src="https://trial.example/pod/theme/count.js?2"></script>
<script>const a = '<script src="theme/in-a-text.js">'</script>
<link rel="icon" href="data:,"><link rel="me" href="mailto:a@b.example"><link rel="help" href="/theme/other-site.html">
  <link rel="stylesheet" href="theme/more.css">`,
      },
      now,
    )
    expect(problems).toMatchObject([
      {code: 'theme-file-missing', file: 'theme/head.html', line: 2, column: 1, hint: 'Did you mean theme/count.js?'},
      {code: 'theme-file-missing', line: 5, column: 3, hint: expect.stringContaining(' /pod/theme/more.css')},
    ])
  })

  it('says which handler does not run', () => {
    const {problems, html} = readHeadHtml('<meta name="a">\n<link rel="stylesheet" href="a.css" onload="b()">', 'h')
    expect(problems).toMatchObject([{code: 'theme-head-blocked', line: 2}])
    expect(html).toContain('onload')
  })
})

describe('pages of the author', () => {
  it('are no episodes, link one another, and are in the sitemap', async () => {
    const {files, problems} = await planTheme(['own_pages: [pages/**/*.md, help.md]'], {
      'pages/about.md':
        '---\ntitle: About us\ndescription: Who we are\n---\nSee [the imprint](legal/imprint.md#top), ![us](us.png), <script>x()</script>',
      'pages/legal/imprint.md': '# Imprint\n\nA street.',
      'pages/episodes.md': '# Taken',
      'pages/index.md': '# Home',
      'pages/draft.md': '---\ndraft: true\n---\n# Secret',
      'pages/later.md': '---\ndate: 2026-07-01\n---\n# Secret',
      'pages/when.md': '---\ndate: soon\n---\n# Secret',
      'help.md': 'No title.',
      'pages/us.png': onePixel,
    })
    const own = [...files.keys()].filter((path) => /^(?:about|legal|help|draft|later|when)/.test(path)).toSorted()
    expect(own).toEqual(['about/index.html', 'help/index.html', 'legal/imprint/index.html'])
    const page = files.get('about/index.html') ?? ''
    expect(page).toContain('<title>About us – Trial Run</title>')
    expect(page).toContain('<meta name="description" content="Who we are">')
    expect(page).toContain('href="../legal/imprint/#top"')
    expect(page).toContain('<img width="1" height="1" src="../images/in-texts/pages-us.png" alt="us"')
    expect(page).not.toContain('x()')
    expect([...files.keys()]).toContain('images/in-texts/pages-us.png')
    expect(files.get('legal/imprint/index.html')).toContain(
      '<h1 dir="auto">Imprint</h1></header>\n<div class="text">\n<p>A street.</p>',
    )
    expect(files.get('sitemap.xml')).toContain('<loc>https://trial.example/legal/imprint/</loc>')
    expect([...files.values()].join('')).not.toContain('Secret')
    const left = problems.filter(({code}) => code.startsWith('own-page'))
    expect(left).toMatchObject([
      {code: 'own-page-left-out', severity: 'warning', file: 'pages/episodes.md'},
      {file: 'pages/index.md'},
      {file: 'pages/when.md', line: 2},
    ])
    expect(files.get('feed.xml')?.match(/<item>/g)).toHaveLength(1)
  })

  it('show pictures that episodes show as well', async () => {
    const notes = '![Us](us.png)\n'
    const {files, plannedTwice} = await planTheme(['own_pages: pages/*.md'], {
      '002.md': episodeFile('two', [], notes),
      'pages/about.md': `# About\n\n${notes}`,
      'pages/imprint.md': `# Imprint\n\n${notes}`,
      'us.png': onePixel,
    })
    expect(plannedTwice).toEqual([])
    expect(files.get('about/index.html')).toContain('src="../images/in-texts/us.png"')
    expect(files.has('images/in-texts/us.png')).toBe(true)
  })

  it('load no picture from another host, say which is none, and have tables as valid HTML', async () => {
    const {files, problems} = await planTheme(['own_pages: pages/*.md'], {
      'pages/about.md':
        '# About\n\n## Where\n\n### Here\n\n![A mill](https://other.example/mill.png) ![Us](us.png)\n\n| Train | Hours |\n| --- | ---: |\n| Berlin | 12 |\n',
      'pages/us.png': 'no picture',
    })
    const page = files.get('about/index.html') ?? ''
    expect(page).toContain('<a href="https://other.example/mill.png" rel="noopener noreferrer">A mill</a>')
    expect(page).not.toContain('us.png')
    expect(page).toContain('<td class="to-right">12</td>')
    expect(problems).toMatchObject([{code: 'image-missing', file: 'pages/about.md', line: 7}])
    expect(page).toMatch(/<h2[^>]*>Where<\/h2>\s*<h3[^>]*>Here<\/h3>/)
  })
})
