import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

it('what the guide shows of tags is read without a problem, line by line', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guide.md'), 'utf8')
  const section = guide.slice(guide.indexOf('## What only podcast apps show')).split('\n## ', 1)[0] ?? ''
  const [ofShow = [], ofEpisode = []] = [...section.matchAll(/```yaml\n([^`]*)\n```/g)].map(([, yaml = '']) =>
    yaml.split('\n'),
  )
  expect([ofShow.length, ofEpisode.length]).toEqual([8, 3])
  for (const line of ofShow) {
    const {problems} = await planFiles({'show.yaml': showFile(line), 'one.md': episodeFile('one')})
    expect(problems, line).toEqual([])
  }
  for (const line of ofEpisode)
    expect((await planFiles({'one.md': episodeFile('one', [line])})).problems, line).toEqual([])
})
