import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

const said = async (files: Readonly<Record<string, string>>) =>
  (await planFiles({'one.md': episodeFile('one'), ...files})).problems.map(({code, file, line, hint}) => [
    code,
    [file, line].join(':'),
    hint,
  ])

describe('a file of the theme that no page reads', () => {
  it('is named, with what would be read', async () => {
    expect(
      await said({'theme/templates/footer.liquid': 'x', 'theme/heads.html': '<p>', 'theme/style.css': 'p {}'}),
    ).toEqual([
      ['theme-file-unread', 'theme/heads.html:', expect.stringMatching(/style\.css/)],
      [
        'theme-file-unread',
        'theme/templates/footer.liquid:',
        'Put the template into theme/ itself: theme/footer.liquid',
      ],
    ])
  })

  it.each(['styles.css', 'css/style.css', 'player.js'])(
    'is a style sheet or script that nothing names: %s',
    async (name) => {
      expect(await said({[`theme/${name}`]: 'x'})).toEqual([
        ['theme-file-unread', `theme/${name}:`, expect.stringMatching(/style\.css/)],
      ])
    },
  )

  it('is none that another one names', async () => {
    const files = {
      'theme/more.css': 'p {}',
      'theme/count.js': 'let a',
      'theme/style.css': '@import "more.css";',
      'theme/head.html': '<script src="/theme/count.js"></script>',
    }
    expect((await said(files)).filter(([code]) => code === 'theme-file-unread')).toEqual([])
  })

  it('is none that looks after the theme', async () => {
    expect(await said({'theme/notes.docx': 'x', 'theme/style.css': 'p {}', 'theme/OFL.txt': 'x'})).toEqual([])
  })
})

describe('pages of the author that are not there', () => {
  it('are named at the pattern', async () => {
    const show = showFile('own_pages: [pages/*.md, seiten/*.md]', 'author: Kim Vale')
    expect(await said({'show.yaml': show, 'pages/about.md': '# About\n'})).toEqual([
      ['own-page-left-out', 'show.yaml:10', expect.stringMatching(/pages\/\*\.md/)],
    ])
  })
})
