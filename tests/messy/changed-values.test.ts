import {describe, expect, it} from 'vitest'
import {episodeFile, media, planFiles} from '../temporary-show.ts'

const place = ({file, line, column}: {file?: string; line?: number; column?: number}) => [file, line, column].join(':')

describe('a value that is not as it was written is said', () => {
  it.each<readonly [field: string, code: string, said: RegExp, hint: RegExp]>([
    ['slug: ../../first', 'value-assumed', /page of the episode is at first\//, /^Write slug: first$/],
    ['slug: 2024/first', 'value-assumed', /"2024\/first" is no one part/, /^Write slug: first$/],
    ['slug: Ä Ö', 'value-assumed', /at ae-oe\//, /^Write slug: ae-oe$/],
    ['number: -3', 'value-invalid', /must be 0 or more/, /^For example: episode: 12$/],
    ['date: 1970-01-01', 'value-assumed', /programs write if they know no date/, /^$/],
  ])('%s', async (field, code, said, hint) => {
    const {problems} = await planFiles({'one.md': episodeFile('one', [field])})
    const about = problems.filter((each) => each.line !== undefined && each.file === 'one.md')
    expect(about).toMatchObject([{code, message: expect.stringMatching(said)}])
    expect(about[0]?.hint ?? '').toMatch(hint)
  })

  it.each(['slug: first', 'slug: /first/', 'slug: none', 'date: 2004-01-01'])('and not %s', async (field) => {
    const {problems} = await planFiles({'one.md': episodeFile('one', [field])})
    expect(problems).toEqual([])
  })
})

describe('letters that were read in the wrong encoding and saved again', () => {
  it.each([
    ['title: ZÃ¼rich', 'one.md:2:', 'Ã¼'],
    ['subtitle: Itâ€™s late', 'one.md:4:', 'â€™'],
    ['subtitle: 20 Â°C', 'one.md:4:', 'Â°'],
  ])('%s', async (field, at, letters) => {
    const {problems} = await planFiles({'one.md': episodeFile('one', [field])})
    const [found] = problems.filter(({code}) => code === 'text-decoded')
    expect(found).toMatchObject({severity: 'warning', message: expect.stringContaining(`"${letters}"`)})
    expect(found?.file).toBe(at.split(':')[0])
  })

  it.each(['title: SÃO PAULO, MAÇÃ e Ânimo', 'title: L’Âge d’or, À bientôt', 'title: Zürich'])(
    'are not those of %s',
    async (field) => {
      const {problems} = await planFiles({'one.md': episodeFile('one', [field])})
      expect(problems).toEqual([])
    },
  )
})

describe('what is meant by a name that is none', () => {
  it('is a file that can be played, and no text', async () => {
    const {problems} = await planFiles({
      'one.md': '---\ntitle: One\ndate: 2026-01-31\naudio: first\n---\nHello.\n',
      'first.md': '---\ntitle: First\ndate: 2026-01-30\n---\nHello.\n',
      'first.mp3': media.mp3,
    })
    const found = problems.filter(({code}) => code === 'media-missing')
    expect(found.map((each) => [place(each), each.hint])).toEqual([['one.md:4:8', 'Did you mean `first.mp3`?']])
  })

  it.each([
    ['+++\ntitle = First\n+++\n', 'TOML', /title = "First light"/],
    ['{\n"title": "First",\n}\n\n', 'JSON', /comma only between/],
  ])('%s is said how to write', async (text, syntax, hint) => {
    const {problems} = await planFiles({'one.md': `${text}Hello.\n`, 'two.md': episodeFile('two')})
    expect(problems).toMatchObject([
      {
        code: 'front-matter-unreadable',
        message: expect.stringContaining(syntax),
        hint: expect.stringMatching(hint),
      },
    ])
  })
})
