import {expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

async function pageOf(...lines: readonly string[]) {
  const {files, problems} = await planInMemory(
    temporaryShow({'show.yaml': showFile(...lines), 'one.md': episodeFile('One')}),
  )
  return {page: files.get('index.html') ?? '', episode: files.get('episodes/one/index.html') ?? '', problems}
}

it('the page of a show names the same show in other languages, for people and for search engines', async () => {
  const {page, episode, problems} = await pageOf(
    'translations: {de: https://zug.example/, ar_EG: "https://qitar.example/a?b&c"}',
  )
  expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
  expect(page.match(/<link rel="alternate" hreflang[^>]*>/g)).toEqual([
    '<link rel="alternate" hreflang="en" href="https://trial.example/">',
    '<link rel="alternate" hreflang="de" href="https://zug.example/">',
    '<link rel="alternate" hreflang="ar-EG" href="https://qitar.example/a?b&amp;c">',
  ])
  expect(page).toContain('<a href="https://zug.example/" lang="de" hreflang="de" dir="ltr">Deutsch</a>')
  expect(page).toMatch(/lang="ar-EG" hreflang="ar-EG" dir="rtl">/)
  expect(episode).not.toContain('hreflang')
})

it('the page of an episode names the same episode in other languages', async () => {
  const address = 'https://zug.example/episodes/eins/'
  const folder = temporaryShow({
    'show.yaml': showFile('translations: {de: https://zug.example/}'),
    'one.md': episodeFile('One', [`translations: {de: "${address}"}`]),
    'two.md': episodeFile('Two', ['language: fr', 'translations: {de: nowhere}']),
  })
  const {files, problems} = await planInMemory(folder)
  const page = files.get('episodes/one/index.html') ?? ''
  expect(page.match(/<link rel="alternate" hreflang[^>]*>/g)).toEqual([
    '<link rel="alternate" hreflang="en" href="https://trial.example/episodes/one/">',
    `<link rel="alternate" hreflang="de" href="${address}">`,
  ])
  expect(page).toContain(`<a href="${address}" lang="de" hreflang="de" dir="ltr">Deutsch</a>`)
  expect(files.get('episodes/two/index.html')).not.toContain('hreflang')
  expect(problems.filter(({code}) => code === 'value-invalid')).toMatchObject([{file: 'two.md'}])
})

it('shows the key that is no language, and the address that is none', async () => {
  const {problems} = await pageOf('translations: {deutsch: https://zug.example/, de: nowhere}')
  expect(problems.flatMap(({code, column}) => (code === 'value-invalid' ? [column] : []))).toEqual([16, 51])
})

it.each([
  ['{de: "javascript:alert(1)"}', 'value-invalid'],
  ['{nonsense: https://zug.example/}', 'value-invalid'],
  ['https://zug.example/', 'value-invalid'],
  ["{'\"><script>alert(1)</script>': https://zug.example/}", 'value-invalid'],
])('leaves out %s and says so', async (written, code) => {
  const {page, problems} = await pageOf(`translations: ${written}`)
  expect(problems.map((each) => each.code)).toContain(code)
  expect(page).not.toMatch(/hreflang="(?!en")|javascript:|<script>alert/)
})
