import {readdirSync, renameSync} from 'node:fs'
import {basename, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

/** The smallest PNG and JPEG that are whole. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** Its frame says 1400 pixels a side; what is between the marks nobody looks into. */
const jpeg = Buffer.from(
  `ffd8ffe000104a46494600010100000100010000ffc00011080578057803012200021101031101ffda000c03010002110311003f00${'12'.repeat(200)}ffd9`,
  'hex',
)
const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'

async function built(notes: string, more: Files = {}, lines: readonly string[] = []) {
  const {files, problems, plannedTwice} = await planFiles({'one.md': episodeFile('one', lines, notes), ...more})
  const page = files.get('episodes/one/index.html') ?? ''
  return {
    files,
    plannedTwice,
    page: /<h2 id="notes">[^\n]*\n?([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '',
    said: problems.map(({code, severity, line}) => `${severity} ${code} ${line ?? ''}`.trim()),
    problems,
  }
}

const path = 'images/in-texts/img-harbour.png'

describe('local pictures of notes are published', () => {
  it.each([
    ['Markdown', '![The harbour](img/harbour.png)'],
    ['with a title', '![The harbour](img/harbour.png "Ships")'],
    ['as a reference', '![The harbour][h]\n\n[h]: img/harbour.png'],
    ['in HTML', '<img src="img/harbour.png" alt="The harbour">'],
    ['a site path', '![The harbour](/static/img/harbour.png)'],
    ['of Obsidian', '![[img/harbour.png|300]]'],
    ['a shortcode', '{{< figure src="img/harbour.png" alt="The harbour" >}}'],
    ['in a list', '- ![The harbour](img/harbour.png)'],
  ])('%s', async (_name, notes) => {
    const {files, page, said} = await built(notes, {'img/harbour.png': png})
    expect(page).toContain(`src="../../${path}"`)
    expect(files.has('images/in-texts/img-harbour.png')).toBe(true)
    expect(said).toEqual([])
  })

  it('once, however many episodes show them', async () => {
    const notes = '![The harbour](img/harbour.png)'
    const {files, plannedTwice} = await built(notes, {
      'img/harbour.png': png,
      'two.md': episodeFile('two', [], notes),
    })
    expect(plannedTwice).toEqual([])
    expect([...files.keys()].filter((path) => path.endsWith('.png'))).toEqual(['images/in-texts/img-harbour.png'])
  })

  it('but not of a draft', async () => {
    const {files} = await built('![x](img/harbour.png)', {'img/harbour.png': png}, ['draft: true'])
    expect([...files.keys()].filter((path) => path.endsWith('.png'))).toEqual([])
  })

  it.each([
    ['one that is not there', '![The harbour](img/habour.png)', {}, 'warning text-picture-missing 6'],
    ['one outside the show', '![The harbour](../harbour.png)', {}, 'warning text-picture-missing 6'],
    [
      'a drawing',
      '![The harbour](a.svg)',
      {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
      'warning text-picture-missing 6',
    ],
    ['a recording', '![The harbour](a.txt)', {'a.txt': 'Hello'}, 'warning text-picture-missing 6'],
    ['a pointer of Git LFS', '![The harbour](a.png)', {'a.png': pointer}, 'warning image-missing 6'],
  ])('%s is its text, and that is said', async (_name, notes, more: Files, problem) => {
    const {page, said, files} = await built(notes, more)
    expect(page).toContain('<p>The harbour</p>')
    expect(said).toContain(problem)
    expect([...files.keys()].filter((path) => path.startsWith('images/in-texts'))).toEqual([])
  })

  it('a recording that Obsidian embeds is no picture, and the front matter may name it', async () => {
    const {problems} = await built('![[first.mp3]]\n\nHello.')
    expect(problems.filter(({code}) => code === 'text-picture-missing')).toMatchObject([
      {
        message: expect.stringContaining('"first.mp3" is no picture'),
        hint: expect.stringContaining('audio: first.mp3'),
      },
    ])
  })

  it('pictures on servers stay where they are, and a page only links them', async () => {
    const {page, said} = await built('![x](https://b.example/a.png) ![y](//b.example/a.png)')
    expect(page).toContain('<a href="https://b.example/a.png" rel="noopener noreferrer">x</a>')
    expect(page).not.toContain('src="https://b.example/a.png"')
    expect(said).toEqual([])
  })
})

describe('pictures of chapters', () => {
  const chapters = (img: string) => ({
    'one.chapters.json': JSON.stringify({
      version: '1.2.0',
      chapters: [
        {startTime: 0, title: 'A', img},
        {startTime: 60, title: 'B'},
      ],
    }),
  })

  it('are published', async () => {
    const {files, said} = await built('Hello.', {...chapters('img/harbour.png'), 'img/harbour.png': png})
    expect(JSON.parse(files.get('episodes/one/chapters.json') ?? '').chapters[0].img).toBe(
      `https://trial.example/${path}`,
    )
    expect(files.has('images/in-texts/img-harbour.png')).toBe(true)
    expect(said).toEqual([])
  })

  it('are left out and said where they are not there', async () => {
    const {files, problems} = await built('Hello.', chapters('img/harbour.png'))
    expect(JSON.parse(files.get('episodes/one/chapters.json') ?? '').chapters[0]).not.toHaveProperty('img')
    expect(problems).toMatchObject([{code: 'text-picture-missing', severity: 'warning', file: 'one.chapters.json'}])
  })
})

describe('files that are not what they seem are said', () => {
  it.each([
    ['a picture', 'one.png', {}, 'image-missing'],
    ['captions', 'one.vtt', {}, 'file-unreadable'],
    ['chapters', 'one.chapters.json', {}, 'file-unreadable'],
  ])('a pointer of Git LFS instead of %s', async (_name, file, _none, code) => {
    const {problems, files} = await built('Hello.', {[file]: pointer})
    expect(problems).toMatchObject([{code, severity: 'warning', hint: 'Fetch the files: git lfs pull'}])
    expect(files.has('feed.xml')).toBe(true)
  })

  it('a JPEG and a PNG that are cut short', async () => {
    const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))
    const said = async (file: string, bytes: Buffer) => (await built('Hello.', {[file]: bytes})).problems
    const cutShort = expect.objectContaining({code: 'image-cut', severity: 'warning'})
    expect(await said('one.jpg', jpeg)).not.toContainEqual(cutShort)
    expect(await said('one.jpg', cut(jpeg))).toContainEqual(expect.objectContaining({code: 'image-cut'}))
    expect(await said('one.png', png)).not.toContainEqual(cutShort)
    expect(await said('one.png', cut(png))).toContainEqual(cutShort)
  })
})

describe('a picture that episodes name is published once', () => {
  const show = (more: Files = {}): Files => ({
    'one.md': episodeFile('one', ['image: img/art.jpg']),
    'two.md': episodeFile('two', ['image: /img/art.jpg', 'images: [{url: img/art.jpg, purpose: canvas}]']),
    'img/art.jpg': jpeg,
    ...more,
  })
  const pictures = (paths: Iterable<string>) =>
    [...paths].filter((path) => path.startsWith('images/') && path.endsWith('.jpg'))

  async function planned(files: Files) {
    const {files: texts, plannedTwice} = await planFiles(files)
    const {items} = JSON.parse(texts.get('feed.json') ?? '{"items": []}')
    return {
      pictures: pictures(texts.keys()),
      plannedTwice,
      images: items.map(({image}: {image: string}) => image.replace('https://trial.example/', '')),
    }
  }

  it('by two episodes', async () => {
    const {pictures, plannedTwice, images} = await planned(show())
    expect(pictures).toEqual(['images/shared/img/art.jpg'])
    expect(plannedTwice).toEqual([])
    expect(images).toEqual(['images/shared/img/art.jpg', 'images/shared/img/art.jpg'])
  })

  it('the cover of the show, too', async () => {
    const files = show({'show.yaml': showFile('image: img/art.jpg')})
    expect(await planned(files)).toMatchObject({pictures: ['images/cover.jpg'], plannedTwice: []})
  })

  it('and one that is beside an episode stays that of the episode', async () => {
    const {pictures, images} = await planned({'one.md': episodeFile('one'), 'one.jpg': jpeg})
    expect([pictures, images]).toEqual([['images/one.jpg'], ['images/one.jpg']])
    const bundle = await planned({'01-a/index.md': episodeFile('a', ['image: art.jpg']), '01-a/art.jpg': jpeg})
    expect(bundle.images).toEqual(['images/01-a.jpg'])
  })

  it('two pictures whose names are one address are two', async () => {
    const {pictures, plannedTwice} = await planned({
      'one.md': episodeFile('one', ['image: img-art.jpg']),
      'two.md': episodeFile('two', ['image: img-art.jpg']),
      'three.md': episodeFile('three', ['image: "img art.jpg"']),
      'four.md': episodeFile('four', ['image: img art.jpg']),
      'img-art.jpg': jpeg,
      'img art.jpg': jpeg,
    })
    expect(plannedTwice).toEqual([])
    expect(pictures.sort()).toEqual([
      expect.stringMatching(/^images\/shared\/img-art-[\da-f]{8}\.jpg$/),
      'images/shared/img-art.jpg',
    ])
  })

  it('one that only one episode names is at an address of that episode', async () => {
    const {images} = await planned({'one.md': episodeFile('one', ['image: art.jpg']), 'art.jpg': jpeg})
    expect(images).toEqual(['images/one.jpg'])
  })

  it('and one that was published at an address of its own stays there', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one'), 'one.jpg': jpeg})
    const output = join(folder, 'output')
    const built = async () => {
      const {problems} = await build(folder, output, {now: fixtureNow})
      expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
      const files = readdirSync(join(output, 'images'), {recursive: true, withFileTypes: true})
      return files.flatMap((each) => (each.name.endsWith('.jpg') ? [`${basename(each.parentPath)}/${each.name}`] : []))
    }
    expect(await built()).toEqual(['images/one.jpg'])
    renameSync(join(folder, 'one.jpg'), join(folder, 'art.jpg'))
    writeFiles(folder, {
      'one.md': episodeFile('one', ['image: art.jpg']),
      'two.md': episodeFile('two', ['image: art.jpg']),
    })
    expect((await built()).sort()).toEqual(['images/one.jpg', 'shared/art.jpg'])
    expect((await built()).sort()).toEqual(['images/one.jpg', 'shared/art.jpg'])
  })
})
