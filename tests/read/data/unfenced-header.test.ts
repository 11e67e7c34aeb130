import {describe, expect, it} from 'vitest'
import {readFrontMatter} from '../../../src/read/data/front-matter.ts'

const read = (text: string) => readFrontMatter(text, '1.md')

describe('a header without fences', () => {
  it('of Pelican ends at the first empty line, and a further line of a value is indented', () => {
    const {data, body, bodyLine, locate, problems} = read(
      'Title: One: the first\r\nDate: 2026-01-31\r\nSummary: How it\r\n    began.\r\nSave_as:\r\n\r\nHello.\r\n',
    )
    expect({data, body, bodyLine, problems}).toEqual({
      data: {Title: 'One: the first', Date: '2026-01-31', Summary: 'How it began.'},
      body: 'Hello.\r\n',
      bodyLine: 7,
      problems: [],
    })
    expect(locate(['Date'])).toMatchObject({line: 2})
  })

  it('of Nikola is a comment', () => {
    const {data, body, bodyLine, locate, problems} = read(
      '<!--\n.. title: One: the first\n.. date: 2026-01-31 10:00:00 UTC\n.. link: \n-->\n\nHello.\n',
    )
    expect({data, body, bodyLine, problems}).toEqual({
      data: {title: 'One: the first', date: '2026-01-31 10:00:00 UTC'},
      body: '\nHello.\n',
      bodyLine: 6,
      problems: [],
    })
    expect(locate(['date'])).toMatchObject({line: 3})
  })

  it.each([
    'Title: One\nAnna: Hello.\n\nText.\n',
    'Title: One\nDate: 2026-01-31\nThis is a sentence.\n\nText.\n',
    'Anna: Hello.\nDate: 2026-01-31\n\nTitle: One\n',
    'A text.\n\nTitle: One\nDate: 2026-01-31\n\n',
    '<!--\nA comment.\n-->\n\nText.\n',
    '<!--\n.. title: One\n-->\nText.\n',
    '<!--\n.. title: One\n.. date: 2026-01-31\n',
    '',
  ])('is not what %j begins with', (text) => {
    expect(read(text)).toMatchObject({data: {}, present: false, body: text})
  })
})
