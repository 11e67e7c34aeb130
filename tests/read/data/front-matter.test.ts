import {afterEach, describe, expect, it} from 'vitest'
import {readFrontMatter} from '../../../src/read/data/front-matter.ts'

const global = globalThis as {ran?: boolean}
afterEach(() => {
  delete global.ran
})

function read(text: string) {
  return readFrontMatter(text, 'one.md')
}

function codes(text: string): readonly string[] {
  return read(text).problems.map(({code, line}) => `${code}:${line}`)
}

describe('scalars are the text that the author wrote', () => {
  it.each([
    ['1:02:03', '1:02:03'],
    ['008', '008'],
    ['no', 'no'],
    ['2024-01-01', '2024-01-01'],
    ['2024-01-01T09:00:00+02:00', '2024-01-01T09:00:00+02:00'],
    ['1_000', '1_000'],
    ['0x1F', '0x1F'],
    ['1e3', '1e3'],
    ['.inf', '.inf'],
    ['!!int "1"', '1'],
    ['"quoted: one"', 'quoted: one'],
    ["'It''s'", "It's"],
    ['null', null],
    ['~', null],
    ['', null],
    ['"null"', 'null'],
  ])('yaml: %s', (written, value) => {
    expect(read(`---\nkey: ${written}\n---\n`).data).toEqual({key: value})
  })

  it.each([
    ['1', '1'],
    ['true', 'true'],
    ['"true"', 'true'],
    ['2016-03-25T15:47:22-05:00', '2016-03-25T15:47:22.000-05:00'],
    ['2016-03-25T15:47:22Z', '2016-03-25T15:47:22.000Z'],
    ['2016-03-25', '2016-03-25'],
    ['9007199254740993', '9007199254740993'],
    ['[1, "two"]', ['1', 'two']],
    ['{a = 1}', {a: '1'}],
  ])('toml: %s', (written, value) => {
    expect(read(`+++\nkey = ${written}\n+++\n`).data).toEqual({key: value})
  })

  it.each([
    ['1', '1'],
    ['true', 'true'],
    ['null', null],
    ['["a", 1]', ['a', '1']],
  ])('json: %s', (written, value) => {
    expect(read(`---json\n{"key": ${written}}\n---\n`).data).toEqual({key: value})
  })
})

describe('fences', () => {
  it.each([
    ['plain', '---\na: b\n---\nText\n', 'Text\n', 4],
    ['blanks after the fences', '---  \na: b\n---\t\nText\n', '\t\nText\n', 3],
    ['a comment after the fence', '--- # mine\na: b\n---\nText\n', 'Text\n', 4],
    ['a byte order mark', '\uFEFF---\na: b\n---\nText\n', 'Text\n', 4],
    ['CRLF', '---\r\na: b\r\n---\r\nText\r\n', 'Text\r\n', 4],
    ['toml with CRLF', '+++\r\na = "b"\r\n+++\r\nText\r\n', 'Text\r\n', 4],
    ['---toml', '---toml\na = "b"\n---\nText\n', 'Text\n', 4],
    ['---yaml', '---yaml\na: b\n---\nText\n', 'Text\n', 4],
    ['a bare JSON object', '{\n  "a": "b"\n}\nText\n', 'Text\n', 4],
    ['a bare JSON object with braces in a text', '{"a": "b", "c": "}\\"{"}\n\nText', '\nText', 2],
  ])('%s', (_name, text, body, bodyLine) => {
    const matter = read(text)
    expect(matter.data.a).toBe('b')
    expect(matter).toMatchObject({present: true, body, bodyLine, problems: []})
  })

  it.each([
    ['no front matter', 'Text\n'],
    ['an empty file', ''],
    ['a horizontal rule at the top', '---\n\nOnce upon a time.\n'],
    ['a long rule', '----------\nText\n'],
    ['a Liquid tag', '{% include player.html %}\nText\n'],
    ['a shortcode', '{{< youtube abc >}}\nText\n'],
  ])('%s: the whole file is text', (_name, text) => {
    expect(read(text)).toMatchObject({present: false, data: {}, body: text, bodyLine: 1, problems: []})
  })

  it('reads to the end of the file where the second fence is missing, and says so', () => {
    const matter = read('---\ntitle: One\ndate: 2024-01-31\n')
    expect(matter.data).toEqual({title: 'One', date: '2024-01-31'})
    expect(matter.problems.map(({code}) => code)).toEqual(['front-matter-unclosed'])
  })

  it('says one thing to do where the notes were read as data', () => {
    const {problems} = read('---\ntitle: One\n\nHello.\n')
    expect(problems.filter(({hint}) => hint !== undefined).map(({hint}) => hint)).toEqual([
      'Write --- after the last value',
    ])
  })

  it('knows that the fence is there in a file that ends with it', () => {
    expect(codes('---\ntitle: One\n---')).toEqual([])
  })
})

describe('what newer parsers refuse and published episodes have', () => {
  it('reads quoted texts whose further lines start in column 0', () => {
    expect(read('---\ndescription: "One\ntwo\n\nthree"\ntitle: T\n---\n').data).toEqual({
      description: 'One two\nthree',
      title: 'T',
    })
  })

  it('lets the last of two equal keys win and names the line', () => {
    const matter = read('---\ntitle: One\ndate: 2024-01-31\ntitle: Two\n---\n')
    expect(matter.data.title).toBe('Two')
    expect(codes('---\ntitle: One\ndate: 2024-01-31\ntitle: Two\n---\n')).toEqual(['duplicate-key:4'])
    // Also where that is not the worst of it.
    expect(codes('---\ntitle: One\ntitle: Two\nfoo\n---\n')).toEqual(['front-matter-unreadable:4'])
    expect(codes('---\ntitle: One\ntitle: Two\na: [1\n---\n')).toEqual(['front-matter-unreadable:4'])
  })

  it('says the place of the value that counts, where a key stands twice', () => {
    const {locate, keyPlaces} = read(
      '---\ntitle: One\ndate: 2024-01-31\nlinks: {a: 1}\ndate: soon\nlinks: {a: 2, a: 3}\n---\n',
    )
    expect(locate(['date'])).toMatchObject({line: 5, column: 7})
    expect(locate(['date'], 'key')).toMatchObject({line: 5, column: 1})
    expect(locate(['links', 'a'])).toMatchObject({line: 6, column: 18})
    expect(keyPlaces.get('date')).toMatchObject({line: 5})
    // A text of several lines may look like it.
    expect(read('---\ntitle: One\nsummary: "It is\ntitle: no"\n---\n').locate(['title'])).toMatchObject({line: 2})
  })

  it('reads anchors and merged maps', () => {
    expect(read('---\nbase: &base {a: x}\nmine: {<<: *base, b: y}\n---\n').data.mine).toEqual({a: 'x', b: 'y'})
  })
})

describe('code is refused and never run', () => {
  it.each(['js', 'javascript', 'JS', 'coffee', 'coffeescript', 'cson', 'ts'])('---%s', (language) => {
    const matter = read(`---${language}\n{ran: (globalThis.ran = true)}\n---\nText\n`)
    expect(matter.data).toEqual({})
    expect(matter.problems.map(({code}) => code)).toEqual(['front-matter-code'])
    expect(global.ran).toBeUndefined()
  })

  it.each(['constructor', '__proto__', 'toString', 'xml', 'javascript;yaml'])(
    '---%s is no known syntax',
    (language) => {
      const matter = read(`---${language}\n{ran: (globalThis.ran = true)}\n---\nText\n`)
      expect(matter.problems.map(({code}) => code)).toEqual(['front-matter-unreadable'])
      expect(global.ran).toBeUndefined()
    },
  )

  it.each(['!!js/function "function () {}"', '!!js/regexp /a/', '!!python/object:os.system "ls"'])(
    'yaml tag %s',
    (value) => {
      expect(read(`---\na: ${value}\n---\n`).problems.map(({code}) => code)).toEqual(['front-matter-unreadable'])
    },
  )

  it('gives keys of Object.prototype no power', () => {
    const {data} = read('---\n__proto__: {polluted: yes}\nconstructor: x\n---\n')
    expect(({} as {polluted?: string}).polluted).toBeUndefined()
    expect((data as {polluted?: string}).polluted).toBeUndefined()
    expect(Object.hasOwn(data, 'constructor')).toBe(true)
  })
})

describe('faults have their line and column in the file', () => {
  it.each([
    ['---\ntitle: One\ndate: a: b\n---\n', 3, 8],
    ['+++\ntitle = "One"\ndate = \n+++\n', 3, 8],
    ['+++\na = "b"\na = "c"\n+++\n', 3, 1],
    ['---json\n{\n  "a": b\n}\n---\n', 3, 8],
    ['{\n  "a": "b",\n}\nText\n', 3, 1],
  ])('%j', (text, line, column) => {
    const [first] = read(text).problems
    expect(first).toMatchObject({code: 'front-matter-unreadable', file: 'one.md', line})
    expect(Math.abs((first?.column ?? 0) - column)).toBeLessThanOrEqual(1)
  })

  it('says that a list or a text is no front matter', () => {
    expect(codes('---\n- one\n- two\n---\n')).toEqual(['front-matter-unreadable:1'])
    expect(codes('---\njust words\n---\n')).toEqual(['front-matter-unreadable:1'])
  })
})

describe('locate', () => {
  it.each([
    ['---\n# about it\ntitle: "One"\ndate:   2024-02-31\n---\n', ['date'], 4, 9],
    ['---\nepisode:\n  title: One\n  season: x\n---\n', ['episode', 'season'], 4, 11],
    ['---\nlist:\n  - a\n  - b\n---\n', ['list', '1'], 4, 5],
    ['+++\ntitle = "One"\nDate = 1\n+++\n', ['Date'], 3, 8],
    ['+++\n[episode]\nseason = "x"\n+++\n', ['episode', 'season'], 3, 10],
    ['---json\n{"a": 1,\n "b": 2}\n---\n', ['b'], 3, 7],
    ['{"a": 1,\n "b": 2}\n', ['b'], 2, 7],
  ])('%j %j', (text, path, line, column) => {
    expect(read(text).locate(path)).toEqual({file: 'one.md', line, column})
  })

  it('falls back on the line of the key where the exact parser refuses the text', () => {
    expect(read('---\na: "x\ny"\ndate: soon\n---\n').locate(['date'])).toMatchObject({file: 'one.md', line: 4})
  })

  it('falls back on the top of the file', () => {
    expect(read('---\na: b\n---\n').locate(['nowhere'])).toEqual({file: 'one.md', line: 1})
  })
})

describe('hostile front matter', () => {
  const size = 500_000
  it.each([
    ['blank lines', `---\n${'\n'.repeat(size)}---\n`],
    ['blank lines of blanks', `---\n${`${' '.repeat(999)}\n`.repeat(size / 1000)}a: b\n---\n`],
    ['nested lists', `---\na: ${'['.repeat(size)}\n---\n`],
    ['nested maps', `---\na: ${'{a: '.repeat(size / 4)}\n---\n`],
    ['nested JSON', `{"a":${'['.repeat(size)}`],
    ['an unclosed JSON text with escapes', `{"a": "${'\\"'.repeat(size / 2)}`],
    [
      'a billion laughs',
      `---\na: &a [x]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(20)}]`)
        .join('\n')}\n---\n`,
    ],
    ['many keys', `---\n${Array.from({length: 30_000}, (_, index) => `key${index}: value`).join('\n')}\n---\n`],
    ['many quotes', `---\n${'"'.repeat(size)}\n---\n`],
    ['many comments', `---\n${'# \n'.repeat(size / 3)}a: b\n---\n`],
    [
      'merge keys',
      `---\nbase: &b {${Array.from({length: 2000}, (_, index) => `k${index}: v`).join(', ')}}\nm: {<<: [${'*b, '.repeat(2000)}]}\n---\n`,
    ],
    ['a very long line', `---\n${'a'.repeat(size)}\n---\n`],
  ])('%s are read or refused, in time', (_name, text) => {
    const matter = read(text)
    matter.locate(['a'])
    expect(matter.problems.length).toBeLessThan(5)
  })

  it('reads half a megabyte of honest front matter', () => {
    const matter = read(
      `---\ntitle: Long\ntranscript: |\n${'  So we said what we had to say.\n'.repeat(16_000)}date: 2024-01-31\n---\nText\n`,
    )
    expect(matter.data).toMatchObject({title: 'Long', date: '2024-01-31'})
    expect(matter.body).toBe('Text\n')
  })
})
