import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles} from '../temporary-show.ts'

async function built(...lines: readonly string[]) {
  const {files, problems} = await planFiles({'one.md': episodeFile('one', lines), 'two.md': episodeFile('two')})
  const {items} = JSON.parse(files.get('feed.json') ?? '{"items": []}')
  return {titles: items.map(({title}: {readonly title: string}) => title).sort(), problems}
}

describe('an episode that another tool would keep back is not published', () => {
  it.each([
    'isDraft: true',
    'is_draft: yes',
    'unpublished: true',
    'wip: true',
    'publish: false',
    'dg-publish: false',
    'is_published: no',
    'status: draft',
    'status: Pending',
    'state: in-progress',
    'post_status: scheduled',
    'visibility: draft',
    // A later time than that of date.
    'publish: 2099-01-01',
    'published: 2099-01-01 10:00',
  ])('%s', async (line) => {
    expect(await built(line)).toEqual({titles: ['two'], problems: []})
  })

  it.each([
    'status: published',
    'state: done',
    'publish: true',
    'is_draft: false',
    'private: false',
    'publish: 2020-01-01',
  ])('but with %s it is published', async (line) => {
    expect(await built(line)).toEqual({titles: ['one', 'two'], problems: []})
  })

  it('and what is said to Castwright itself counts more than the state of work', async () => {
    expect(await built('draft: false', 'status: draft')).toEqual({titles: ['one', 'two'], problems: []})
  })

  it('a word that may mean anything is said', async () => {
    const {titles, problems} = await built('status: evergreen')
    expect(titles).toEqual(['one', 'two'])
    expect(problems).toMatchObject([{code: 'value-assumed', severity: 'info', line: 5}])
  })
})

describe('an episode that not everybody may have', () => {
  it.each(['private: true', 'password: secret', 'members_only: yes', 'visibility: private', 'status: members'])(
    'is an error: %s',
    async (line) => {
      const {problems} = await built(line)
      expect(problems).toMatchObject([{code: 'key-without-meaning', severity: 'error', file: 'one.md', line: 5}])
      expect(problems[0]?.message).not.toContain('secret')
    },
  )

  it('is no error if it is a draft', async () => {
    expect(await built('private: true', 'draft: true')).toEqual({titles: ['two'], problems: []})
  })

  it('is a warning if it is only not listed', async () => {
    const {titles, problems} = await built('hidden: true')
    expect([titles, problems]).toMatchObject([['one', 'two'], [{code: 'key-without-meaning', severity: 'warning'}]])
  })
})
