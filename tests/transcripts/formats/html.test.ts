import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {writeHtml} from '../../../src/transcripts/formats/html.ts'
import {readHtml} from '../../../src/transcripts/formats/html-reader.ts'
import {cueLines} from './cue-list.ts'

describe('reading HTML', () => {
  const cases: readonly [shows: string, html: string, cues: readonly string[]][] = [
    [
      'names, times and paragraphs',
      '<cite>Ada:</cite>\n<time>0:00</time>\n<p>It&#39;s me.</p>\n<cite>Bo:</cite>\n<time>1:02:03</time>\n<p>A &amp; B.</p>',
      ["Ada|0||It's me.", 'Bo|3723||A & B.'],
    ],
    [
      'several paragraphs of a turn',
      '<cite>Ada:</cite><time>0:05</time><p>One.</p><p>Two.</p>',
      ['Ada|5||One.', 'Ada|||Two.'],
    ],
    [
      'a name within the paragraph',
      '<p><cite>Ada:</cite> One.</p><p><cite>Bo</cite>: Two.</p>',
      ['Ada|||One.', 'Bo|||Two.'],
    ],
    [
      'a page around it',
      '<!doctype html><html><head><title>x</title><style>p{}</style></head><body><time>0:01</time><p>One.</p></body></html>',
      ['|1||One.'],
    ],
    ['paragraphs that are not closed', '<cite>Ada:</cite><p>One.<cite>Bo:</cite><p>Two.', ['Ada|||One.', 'Bo|||Two.']],
    [
      'pages of other makers',
      '<div><a href="#">00:00:07.000</a> <b>[Ada]</b> One.</div><div><a>00:00:09.000</a> <b>[Bo]</b> Two.</div><div><a>0:12</a> <b>[Ada]</b> So.</div>',
      ['Ada|7||One.', 'Bo|9||Two.', 'Ada|12||So.'],
    ],
    ['names that are not closed', '<cite>Ada:<p>One.</p><p>Two.</p>', ['Ada|||One.', 'Ada|||Two.']],
    [
      'lists that are not closed properly',
      '<cite>Ada:</cite><ul><li>One.<li>Two.</ul><p>Three.</p>',
      ['Ada|||One.', 'Ada|||Two.', 'Ada|||Three.'],
    ],
    [
      'times that are none',
      '<time>0:01</time><p>In <time>May 1945</time> it ended.</p>',
      ['|1||In May 1945 it ended.'],
    ],
    ['scripts, which nobody said', '<time>0:01</time><script>alert("</p>")</script><p>One.</p>', ['|1||One.']],
  ]
  it.each(cases)('knows %s', (_, html, cues) => {
    expect(cueLines(readHtml(html).transcript)).toEqual(cues)
  })

  it('does not take a paragraph after a careless list for a list item', () => {
    const [turn] = readHtml('<cite>Ada:</cite><ul><li>One.<li>Two.</ul><p>Three.</p>').transcript.parts
    expect(turn?.kind === 'turn' && turn.cues.map(({form}) => form)).toEqual(['list-item', 'list-item', undefined])
  })

  it('keeps links, emphasis, headings and lists', () => {
    const html =
      '<h2>Part one</h2><cite>Ada:</cite><p>See <a href="https://a.example/?b=1&amp;c">the <em>site</em></a>.</p><ul><li>First</li></ul>'
    expect(readHtml(html).transcript.parts).toEqual([
      {kind: 'section', title: 'Part one'},
      {
        kind: 'turn',
        speaker: {label: 'Ada'},
        cues: [
          {
            spans: [
              {kind: 'speech', text: 'See '},
              {kind: 'speech', text: 'the ', href: 'https://a.example/?b=1&c'},
              {kind: 'speech', text: 'site', href: 'https://a.example/?b=1&c', emphasis: 'em'},
              {kind: 'speech', text: '.'},
            ],
          },
          {spans: [{kind: 'speech', text: 'First'}], form: 'list-item'},
        ],
      },
    ])
  })
})

describe('writing HTML', () => {
  const transcript: Transcript = {
    parts: [
      {kind: 'note', text: 'Edited & shortened.'},
      {kind: 'section', title: 'Part <one>'},
      {
        kind: 'turn',
        speaker: {label: 'Ada', name: 'Ada & Co'},
        cues: [
          {
            spans: [
              {kind: 'speech', text: 'See '},
              {kind: 'speech', text: 'this', href: 'https://a.example/?b="1"&c', emphasis: 'em'},
            ],
            startInSeconds: 3723.9,
          },
          {spans: [{kind: 'speech', text: 'first'}], form: 'list-item'},
          {spans: [{kind: 'speech', text: 'second'}], form: 'list-item'},
          {spans: [{kind: 'speech', text: 'a < b\n  c'}], form: 'code'},
          {spans: [{kind: 'speech', text: 'said'}], form: 'quote'},
        ],
      },
      {
        kind: 'turn',
        cues: [
          {
            spans: [
              {kind: 'event', text: 'laughs'},
              {kind: 'speech', text: ' No ', href: 'javascript:alert(1)'},
              {kind: 'gap', text: 'inaudible'},
            ],
          },
        ],
      },
    ],
  }

  it('writes a fragment with names, times and everything escaped', () => {
    expect(writeHtml(transcript)).toBe(`<p><em>Edited &amp; shortened.</em></p>
<h3>Part &lt;one&gt;</h3>
<cite>Ada &amp; Co:</cite>
<time>1:02:03</time>
<p>See <a href="https://a.example/?b=&quot;1&quot;&amp;c"><em>this</em></a></p>
<ul><li>first</li>
<li>second</li></ul>
<pre><code>a &lt; b
  c</code></pre>
<blockquote><p>said</p></blockquote>
<p>[laughs] No [inaudible]</p>
`)
  })

  it('reads back what it wrote', () => {
    expect(cueLines(readHtml(writeHtml(transcript)).transcript)).toEqual([
      '|||Edited & shortened.',
      'Ada & Co|3723||See this',
      'Ada & Co|||first',
      'Ada & Co|||second',
      'Ada & Co|||a < b\n  c',
      'Ada & Co|||said',
      'Ada & Co|||[laughs] No [inaudible]',
    ])
  })

  it('ends paragraphs somewhere, where captions have no sentences', () => {
    const cues = Array.from({length: 400}, (_, index) => ({
      spans: [{kind: 'speech' as const, text: 'nobody says where it ends'}],
      startInSeconds: index,
      endInSeconds: index + 1,
    }))
    const paragraphs = writeHtml({parts: [{kind: 'turn', cues}]}).match(/<p>.*?<\/p>/g) ?? []
    expect(paragraphs.length).toBeGreaterThan(5)
    expect(Math.max(...paragraphs.map((paragraph) => paragraph.length))).toBeLessThan(2000)
  })

  it('joins captions to paragraphs, which end with a sentence', () => {
    const sentence = ['When captions are cut for', 'a small screen, nobody can', 'read them on a page.']
    const cues = Array.from({length: 60}, (_, index) => ({
      spans: [{kind: 'speech' as const, text: sentence[index % 3] ?? ''}],
      startInSeconds: index,
      endInSeconds: index + 1,
    }))
    const paragraphs = writeHtml({parts: [{kind: 'turn', cues}]}).match(/<p>.*?<\/p>/g) ?? []
    expect(paragraphs.length).toBeGreaterThan(1)
    expect(paragraphs.length).toBeLessThan(6)
    for (const paragraph of paragraphs)
      expect(paragraph).toMatch(/^<p>When captions are cut for a small screen, .*page\.<\/p>$/)
  })
})
