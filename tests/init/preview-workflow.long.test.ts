import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile} from '../temporary-show.ts'
import type {Run} from './run-workflow.ts'
import {before, publishedShow, type ShowInRepository} from './show-in-repository.ts'
import {git} from './workflow-world.ts'

let show: ShowInRepository

describe('the workflow for pull requests', () => {
  beforeEach(async () => {
    show = await publishedShow('github-pages')
  })

  function propose(edit: () => void, repository = 'kim/trial'): Run {
    const base = show.sha()
    edit()
    show.push('change')
    return show.run('preview', 'pull_request', before, {
      pull_request: {number: 12, base: {sha: base}, head: {repo: {full_name: repository}}},
    })
  }

  const addNoon = () =>
    writeFiles(show.clone, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
  const comment = () => readFileSync(join(show.world.folder, 'calls.commented'), 'utf8')

  it('says in one comment what subscribers would see', () => {
    const {failed, log, page} = propose(addNoon)
    expect(failed, log).toBeUndefined()
    expect(comment()).toMatch(/^<!-- castwright -->\n[\s\S]*\| Noon \|/)
    expect(page).toContain('| Noon |')
    propose(() =>
      writeFiles(show.clone, {'003-noon.md': episodeFile('noon', ['title: Noon again', 'date: 2026-05-01'])}),
    )
    const posted = show.world.calls().filter((call) => call.includes('--method'))
    expect(posted).toEqual([
      expect.stringMatching(/^gh api --method POST repos\/kim\/trial\/issues\/12\/comments --field body=@/),
      expect.stringMatching(/^gh api --method PATCH repos\/kim\/trial\/issues\/comments\/7 --field body=@/),
    ])
  })

  it('does not try to comment for a fork, whose token may not', () => {
    const {failed, steps, page} = propose(addNoon, 'somebody/trial')
    expect(failed).toBeUndefined()
    expect(steps).not.toContain('preview/Comment')
    expect(page).toContain('| Noon |')
  })

  it('fails where the merge would lose an episode', () => {
    expect(propose(() => git(show.clone, 'rm', '--quiet', '001-dawn.md')).failed).toBe('preview/Check')
  })
})
