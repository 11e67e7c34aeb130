import {expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

it('a feed in a browser has the colours that the author chose for the pages', async () => {
  const plain = temporaryShow({'show.yaml': showFile(), 'one.md': episodeFile('One')})
  const themed = temporaryShow({
    'show.yaml': showFile('theme: {colours: {accent: "#0a6b4d"}}'),
    'one.md': episodeFile('One'),
  })
  const styles = await Promise.all(
    [plain, themed].map(async (show) => (await planInMemory(show)).files.get('assets/feed.css')),
  )
  expect(styles[0]).not.toContain('@import')
  expect(styles[1]).toMatch(/^@import url\("\.\.\/theme\/style\.css"\);/)
})
