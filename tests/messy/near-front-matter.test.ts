import {describe, expect, it} from 'vitest'
import {episodeFile, media, planFiles} from '../temporary-show.ts'

/** The file beside a recording of its name, so that it is an episode whatever it says. */
async function built(text: string) {
  const {problems, files} = await planFiles({'2026-01-05-secret.md': text, '2026-01-05-secret.mp3': media.mp3})
  return {
    said: problems.filter(({code}) => code === 'front-matter-unread'),
    codes: problems.filter(({severity}) => severity === 'error').map(({code}) => code),
    output: [...files.values()].join('\n'),
  }
}

const fields = 'title: The secret plan\ndraft: true'

describe('front matter that only nearly begins the file is an error, and never show notes', () => {
  it.each([
    ['a blank line before the fence', `\n---\n${fields}\n---\nText.\n`, 3],
    ['three of them', `\n\n\n---\n${fields}\n---\nText.\n`, 5],
    ['a space before the fence', ` ---\n${fields}\n---\nText.\n`, 2],
    ['a tab', `\t---\n${fields}\n---\nText.\n`, 2],
    ['a no-break space', `\u00a0---\n${fields}\n---\nText.\n`, 2],
    ['a zero-width space', `\u200b---\n${fields}\n---\nText.\n`, 2],
    ['four dashes', `----\n${fields}\n----\nText.\n`, 2],
    ['two dashes', `--\n${fields}\n--\nText.\n`, 2],
    ['a dash that an editor made', `—\n${fields}\n—\nText.\n`, 2],
    ['en dashes', `–––\n${fields}\n–––\nText.\n`, 2],
    ['a rule of asterisks', `***\n${fields}\n***\nText.\n`, 2],
    ['equals signs', `===\n${fields}\n===\nText.\n`, 2],
    ['no first fence', `${fields}\n---\nText.\n`, 1],
    ['no first fence, and a blank line', `\n${fields}\n---\n\nText.\n`, 2],
    ['no fence at all', `${fields}\n\nText.\n`, 1],
    ['the draft alone', 'draft: true\n\nText.\n', 1],
    ['published: false', 'published: false\n\nText.\n', 1],
    ['a fenced block', `\`\`\`yaml\n${fields}\n\`\`\`\nText.\n`, 2],
    ['a fenced block with a fence in it', `\`\`\`yaml\n---\n${fields}\n---\n\`\`\`\nText.\n`, 3],
    ['tildes', `~~~ yaml\n${fields}\n~~~\nText.\n`, 2],
    ['a comment before it', `<!-- made by hand -->\n---\n${fields}\n---\nText.\n`, 3],
    ['a long comment before it', `<!--\nmade by\nhand\n-->\n\n---\n${fields}\n---\nText.\n`, 7],
    ['a comment of YAML before it', `# made by hand\n---\n${fields}\n---\nText.\n`, 3],
    ['a comment of Obsidian before it', `%% made by hand %%\n---\n${fields}\n---\nText.\n`, 3],
    ['a first fence that is closed at once', `---\n---\n${fields}\n---\nText.\n`, 3],
    ['fields below a fence too many', `---\nepisode: 2\n---\n${fields}\n---\nText.\n`, 4],
    ['TOML with a blank line before it', '\n+++\ntitle = "The secret plan"\ndraft = true\n+++\nText.\n', 3],
    ['JSON with a blank line before it', '\n{\n"title": "The secret plan",\n"draft": true\n}\nText.\n', 3],
    ['JSON in a fenced block', '```json\n{\n"title": "The secret plan",\n"draft": true\n}\n```\nText.\n', 3],
    ['names that other tools have', 'Title: The secret plan\nupcoming: true\n\nText.\n', 1],
    ['a list between the fields', '\n---\ntags:\n- a\n- b\n\ntitle: The secret plan\ndraft: true\n---\nText.\n', 3],
    ['some line ends of old Macs', `---\r${fields.replace('\n', '\r')}\r---\rText.\nMore.\n`, 2],
  ])('%s', async (_name, text, line) => {
    const {said, codes, output} = await built(text)
    expect(codes).toEqual(['front-matter-unread'])
    expect(said).toMatchObject([{file: '2026-01-05-secret.md', line}])
    expect(output).not.toContain('secret plan')
  })

  it('says why', async () => {
    const why = async (text: string) => (await built(text)).said[0]?.message
    expect(await why(`\n---\n${fields}\n---\nText.\n`)).toBe(
      'The lines at the top of this text are fields of the episode (title, draft), but they were read as show notes. A blank line stands before the front matter',
    )
    expect(await why(`----\n${fields}\n----\nText.\n`)).toContain('"----" in line 1 is no fence that begins the file')
    expect(await why(`${fields}\n---\nText.\n`)).toContain('The first fence of the front matter is missing')
    expect(await why(`${fields}\n\nText.\n`)).toContain('There is no fence around them')
    expect(await why(`\`\`\`yaml\n${fields}\n\`\`\`\n`)).toContain('They stand in a block of code')
    expect(await why(`<!-- x -->\n---\n${fields}\n---\n`)).toContain('A comment stands before the front matter')
  })

  it('is read where nothing but the line ends is old', async () => {
    const {said, codes, output} = await built(`---\r${fields.replace('\n', '\r')}\r---\rText.\r`)
    expect([said, codes]).toEqual([[], []])
    expect(output).not.toContain('secret plan')
  })

  it('can be left out by show.yaml', async () => {
    const show = 'title: T\nsite_url: https://trial.example/\nleave_out: {one.md: not mine}\n'
    const {problems} = await planFiles({'show.yaml': show, 'one.md': `\n---\n${fields}\n---\nText.\n`})
    expect(problems.map(({code}) => code)).not.toContain('front-matter-unread')
  })
})

describe('text is no front matter', () => {
  it.each([
    ['speech', 'Mara: Hello\n\nJo: Good evening.\n'],
    ['speech of a host and a guest', 'Host: Hello\nGuest: Good evening.\n'],
    ['a publication line', 'Published: April 13, 2022\n\nText.\n'],
    ['links', 'Links: the timetable\nTags: trains\n\nText.\n'],
    ['a sentence', 'Our title: it is a long story.\n\nText.\n'],
    ['a line in the middle', 'Text.\n\ntitle: One\ndraft: true\n'],
    ['a heading first', '# First light\n\nDate: a fruit of the palm.\n'],
    ['a horizontal rule', '---\n\nOnce upon a time.\n'],
    ['code', '```js\nlet a\ntitle = b\n```\n'],
  ])('%s', async (_name, text) => {
    const {said} = await built(text)
    expect(said).toEqual([])
  })

  it.each(['Title: secret\nDate: 2026-01-05\n\nText.\n', '\n\nDate: 5 January 2026\n\nText.\n'])(
    'nor what the front matter says as well: %j',
    async (body) => {
      const {said} = await built(episodeFile('secret', [], body))
      expect(said).toEqual([])
    },
  )

  it('nor a page beside the episodes', async () => {
    const {problems} = await planFiles({'one.md': episodeFile('one'), 'about.md': 'Title: About us\n\nText.\n'})
    expect(problems.map(({code}) => code)).toEqual(['file-skipped'])
  })
})
