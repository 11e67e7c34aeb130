// What the fixtures have no file of, and marks that mean something in the texts that authors write.

/**
 * @param {string} path
 * @param {unknown} content
 */
function seed(path, content) {
  return {path, bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))}
}

const words = [
  {word: 'Good', start: 0, end: 0.4, confidence: 0.9},
  {word: 'evening', start: 0.4, end: 0.9, confidence: 0.8},
]

export const spokenSeeds = {
  captions: [
    seed('a.json', {version: '1.0.0', segments: [{speaker: 'Kim', startTime: 0, endTime: 2, body: 'Good evening.'}]}),
    seed('a.json', {text: 'Good', segments: [{id: 0, start: 0, end: 2, text: 'Good evening.', words}], language: 'en'}),
    seed('a.json', {results: {channels: [{alternatives: [{transcript: 'Good evening', words}]}]}, metadata: {}}),
    seed('a.json', {utterances: [{speaker: 'A', start: 0, end: 2000, text: 'Good evening', words: []}], words: []}),
    seed('a.json', {events: [{tStartMs: 0, dDurationMs: 2000, segs: [{utf8: 'Good '}, {utf8: 'evening'}]}]}),
    seed('a.json', {
      transcript: [{start: '00:00:00.000', start_ms: 0, end: '00:00:02.000', end_ms: 2000, text: 'Good'}],
    }),
    seed('a.json', [{start: 0, end: 2, text: 'Good evening', speaker: 'Kim'}]),
    seed('a.sbv', '0:00:00.000,0:00:02.000\n>> KIM: Good evening.\n\n0:00:02.000,0:00:04.000\nAnd welcome.\n'),
    seed('a.html', '<cite>Kim:</cite><time>0:00</time><p>Good evening.</p>'),
    seed('a.txt', 'Kim (00:00):\nGood evening.\n\nAna (00:02):\nAnd welcome.\n'),
  ],
  chapters: [
    seed('a.txt', '00:00:00.000 Start\n00:01:00 Middle <https://a.example/>\n1:02:03 End\n'),
    seed('a.txt', ';FFMETADATA1\ntitle=A\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Start\n'),
    seed('a.txt', 'CHAPTER001=00:00:00.000\nCHAPTER001NAME=Start\nCHAPTER001URL=https://a.example/\n'),
    seed('a.json', {version: '1.2.0', chapters: [{startTime: 0, title: 'A', img: 'a.png', url: 'https://a.example/'}]}),
    seed('a.json', [{start: '00:00:00.000', title: 'A', href: '', image: ''}]),
    seed(
      'a.psc',
      '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="A"/></psc:chapters>',
    ),
  ],
}

export const authoredTokens = [
  '---\n',
  '+++\n',
  '---toml\n',
  '---json\n',
  ': ',
  '- ',
  '? ',
  '| ',
  '>-\n',
  '&a ',
  '*a ',
  '<<: *a\n',
  '!!binary ',
  '!!js/function ',
  '{a: ',
  '[[',
  '"""',
  "'''",
  '\ntitle: Two\n',
  '\nfoo\n',
  '\n  deeper: 1\n',
  '__proto__: {a: 1}\n',
  'constructor: 1\n',
  'date: 9999-99-99\n',
  'audio: ../../x.mp3\n',
  'audio: https://a.example/x.mp3\n',
  'duration: -1\n',
  'number: 1e999\n',
  'slug: ../x\n',
  'guid: ""\n',
  '{% include x %}',
  '{{< x >}}',
  '\n# ',
  '\n> ',
  '\n* ',
  '\n1. ',
  '\n```\n',
  '\n| a | b |\n|---|---|\n',
  '**Kim:** ',
  '[00:01:02] ',
  '00:00:01.000 --> 00:00:00.000\n',
  '99:99:99.999 --> 00:00:00,000\n',
  'WEBVTT\n\n',
  '<v Kim>',
  '\nSTYLE\n',
  '![](',
  '](<',
  '[a]: b "c"\n',
  '<https://a.example/',
  '\r\n\r\n',
  '\u200b',
  '\u0085',
  '\u202e',
  '_a'.repeat(3000),
  '*_a'.repeat(2000),
  '['.repeat(3000),
  '> '.repeat(2000),
  '- '.repeat(2000),
  '{a: '.repeat(2000),
  '[['.repeat(3000),
  '`'.repeat(3000),
  '|'.repeat(3000),
  '    '.repeat(2000),
  '<div>'.repeat(1000),
  '&amp;'.repeat(2000),
  '0:00 a\n'.repeat(1000),
].map((token) => Buffer.from(token))
