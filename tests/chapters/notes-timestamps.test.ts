import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {readTimestampLines} from '../../src/chapters/notes-timestamps.ts'

const read = (text: string): ReturnType<typeof readTimestampLines> =>
  readTimestampLines(text.split('\n').map((line, index) => ({text: line, line: index + 1})))
const brief = (text: string): readonly unknown[] => read(text).map(({startInSeconds, title}) => [startInSeconds, title])

describe('readTimestampLines reads', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'links to times, in bold',
      '## Notes\n\n* **[00:00](#t=00:00)** Hello.\n* **[03:09](#t=03:09)** The *agenda*.\n* **[1:02:03](#t=1:02:03)** Picks & `code`.',
      [
        [0, 'Hello.'],
        [189, 'The agenda.'],
        [3723, 'Picks & code.'],
      ],
    ],
    [
      'plain lines',
      '00:00 - Start\n03:32 - Seven new proposals\n12:00 — Wrap up',
      [
        [0, 'Start'],
        [212, 'Seven new proposals'],
        [720, 'Wrap up'],
      ],
    ],
    [
      'brackets with @ over nested lists',
      '* [@01:16] - What got you here?\n  * [A link](https://example.org/)\n    more words\n* [@05:00] - What next?\n  * Another, at 7:30 or so',
      [
        [76, 'What got you here?'],
        [300, 'What next?'],
      ],
    ],
    [
      'times at the end, over sub-items',
      '- Introduction (0:45)\n- Wallet interoperability (17:10)\n  - first (of two)\n  - second\n- Outro (59:00)',
      [
        [45, 'Introduction'],
        [1030, 'Wallet interoperability'],
        [3540, 'Outro'],
      ],
    ],
    [
      'headings, whatever stands between',
      "## [00:00:10] Opening\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n## [00:04:28] Adam's Triumph\n\nText.\n\n## [00:09:00] Tim's Fail",
      [
        [10, 'Opening'],
        [268, "Adam's Triumph"],
        [540, "Tim's Fail"],
      ],
    ],
    [
      'lists under headings that have times themselves',
      '#### [@00:50] Part 1\n\n- [@01:54] - One\n- [@03:24] - Two\n\n#### [@19:50] Part 2\n\nA.\n\nB.\n\nC.\n\n- [@25:00] - Three',
      [
        [50, 'Part 1'],
        [114, 'One'],
        [204, 'Two'],
        [1190, 'Part 2'],
        [1500, 'Three'],
      ],
    ],
    [
      'a heading and its first item at one time',
      '## [@01:55] Rust\n- [@01:55] Const fn\n- [@05:00] More',
      [
        [115, 'Rust'],
        [115, 'Const fn'],
        [300, 'More'],
      ],
    ],
    [
      'items whose link or long title was wrapped, but not the remark below a title',
      '- [@01:00] [Model\n  checking](https://example.org/)\n- [@02:00] A title which is so long that its line was cut at eighty\n  columns\n- [@03:00] Short\n  And a remark.',
      [
        [60, 'Model checking'],
        [120, 'A title which is so long that its line was cut at eighty columns'],
        [180, 'Short'],
      ],
    ],
    [
      'bracketed list items',
      '- [00:00:00] A\n- [00:14:01] House Podcasts\n- [00:20:00] C',
      [
        [0, 'A'],
        [841, 'House Podcasts'],
        [1200, 'C'],
      ],
    ],
    [
      'times in emphasis at the end',
      '- [One](https://example.org/1) - *00:03:05*.\n- Two *00:13:05*\n- Three - *01:00:00*',
      [
        [185, 'One'],
        [785, 'Two'],
        [3600, 'Three'],
      ],
    ],
    [
      'times in parentheses',
      '(00:00:00) Intro\n\n(00:06:39) Title\n\n(00:16:39) End',
      [
        [0, 'Intro'],
        [399, 'Title'],
        [999, 'End'],
      ],
    ],
    [
      'HTML, also with the title on the next line',
      '<p>OUTLINE:</p><p>01:04 Yury’s background</p><p>1:02:16\n  Java &amp; friends</p><p><strong>1:10:00</strong> End</p>',
      [
        [64, 'Yury’s background'],
        [3736, 'Java & friends'],
        [4200, 'End'],
      ],
    ],
    [
      'HTML line breaks',
      '0:00 One<br>1:00 Two<br/>2:00 Three',
      [
        [0, 'One'],
        [60, 'Two'],
        [120, 'Three'],
      ],
    ],
    [
      'thousandths',
      '00:00:00.000 Intro\n00:01:30.500 Next',
      [
        [0, 'Intro'],
        [90.5, 'Next'],
      ],
    ],
    [
      'numbered lists',
      '1. 0:00 One\n2. 5:00 Two\n3. 10:00 Three',
      [
        [0, 'One'],
        [300, 'Two'],
        [600, 'Three'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })
})

describe('readTimestampLines finds the list among other lines', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'a sentence under each line',
      '0:00 One\nWe say hello.\n\n5:00 Two\nThen we go on.\n\n9:00 Three',
      [
        [0, 'One'],
        [300, 'Two'],
        [540, 'Three'],
      ],
    ],
    [
      'lists that go on under another heading',
      '### A\n- 0:00 One\n- 5:00 Two\n- 6:00 Three\n\nProse.\n\nMore.\n\nEven more.\n\n### B\n- 10:00 Four\n- 15:00 Five\n- 20:00 Six',
      [
        [0, 'One'],
        [300, 'Two'],
        [360, 'Three'],
        [600, 'Four'],
        [900, 'Five'],
        [1200, 'Six'],
      ],
    ],
    [
      'the longer of two lists',
      '0:00 Un\n5:00 Deux\n\nEnglish:\n\n0:00 One\n5:00 Two\n9:00 Three',
      [
        [0, 'One'],
        [300, 'Two'],
        [540, 'Three'],
      ],
    ],
    [
      'a slip of the pen in a long list, for others to report',
      '0:00 A\n1:00 B\n2:00 C\n1:30 D\n4:00 E\n5:00 F',
      [
        [0, 'A'],
        [60, 'B'],
        [120, 'C'],
        [90, 'D'],
        [240, 'E'],
        [300, 'F'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it('the line, the end of a range and the link of a title that is one', () => {
    expect(read('- 0:00 - 3:30 Intro\n- 3:30 - [Headers](https://example.org/h)\n- 9:00 [Not](#a) all')).toEqual([
      {startInSeconds: 0, endInSeconds: 210, title: 'Intro', line: 1},
      {startInSeconds: 210, title: 'Headers', url: 'https://example.org/h', line: 2},
      {startInSeconds: 540, title: 'Not all', line: 3},
    ])
  })
})

describe('readTimestampLines takes none of', () => {
  test.each([
    ['one time in prose', 'We met at 12:30 and talked until 14:00.\n\n13:00 was lunch.'],
    ['two lines that may be anything', '17:00 Doors open\n18:00 Concert'],
    ['times that fall', '18:00 Concert\n17:30 Talk\n17:00 Doors'],
    ['lines far apart', '17:00 is late.\n\nA.\n\nB.\n\nC.\n\n18:00 is later.\n\nA.\n\nB.\n\nC.\n\n19:00 is night.'],
    ['times of day', '1:00pm Lunch\n2:00pm Talk\n3:00pm Tea'],
    ['times that jump up and down', '1:00 A\n9:00 B\n5:00 C\n7:00 D\n3:00 E'],
    ['times now before and now after', '1:00 Start\nThe end (5:00)\n9:00 Again'],
    [
      'a transcript',
      '[00:00:02] **Ann:** Hello.\n\n[00:00:05] **Ben:** Hi.\n\n[00:00:09] **Ann:** So.\n\n[00:00:12] __Ben__: Yes.',
    ],
    [
      'paragraphs that begin with a time',
      ['0:00', '1:00', '2:00'].map((time) => `${time} ${'and so it went on '.repeat(20)}`).join('\n\n'),
    ],
    ['ratios and dates', '- 16:9 video\n- 4:3 video\n- 2026-11-22 10:00\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

it('never throws, and answers soon on hostile lines', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[-*[\]()@:0-9<p>#= ]{0,30}$/))),
      (lines) => void read(lines.join('\n')),
    ),
  )
  for (const piece of ['0:00 a\n', '<p', '<p>0:00 ', '[', '*', '0:00', '> ', '- ', ' - 0:00'])
    read(piece.repeat(100_000 / piece.length))
})

describe('readTimestampLines reads times of other signs', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'time codes of film',
      '00;00;00;00 Intro\n00;02;05;00 Middle\n00;05;00;15 End',
      [
        [0, 'Intro'],
        [125, 'Middle'],
        [300.5, 'End'],
      ],
    ],
    [
      'wide colons',
      '00：00 开场\n02：05 正文',
      [
        [0, '开场'],
        [125, '正文'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })
})
