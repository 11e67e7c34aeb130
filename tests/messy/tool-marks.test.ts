import {describe, expect, it} from 'vitest'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

/** What is published of an episode with these notes: everything, what the feed has of it, and its page. */
async function built(notes: string, more: Files = {}) {
  const {files, problems} = await planFiles({
    'show.yaml': showFile('site_url: https://trial.example/show/'),
    'one.md': episodeFile('one', [], notes),
    ...more,
  })
  const items: {id: string; url: string; content_html?: string}[] = JSON.parse(
    files.get('feed.json') ?? '{"items": []}',
  ).items
  const page = files.get('episodes/one/index.html') ?? ''
  return {
    // Scripts and styles are ours.
    output: [...files].flatMap(([path, text]) => (path.startsWith('assets/') ? [] : [text])).join('\n'),
    feed: items.find(({url}) => url.endsWith('/one/'))?.content_html ?? '',
    page: /<h2 id="notes">[^\n]*\n?([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '',
    said: problems.map(({code, severity, line}) => `${severity} ${code} ${line}`),
    problems,
  }
}

describe('what a tool means as a comment is no content', () => {
  it.each([
    ['Obsidian', 'Seen %%secret%% by all.', 'Seen  by all.'],
    ['Obsidian, as a block', 'Seen\n\n%%\nsecret\n\nsecret too\n%%\n\nby all.', 'by all.'],
    ['Obsidian, over lines', 'Seen %%secret\nsecret%% by all.', 'by all.'],
    ['Liquid', 'Seen {% comment %}secret{% endcomment %} by all.', 'by all.'],
    [
      'Liquid, without blanks around',
      'Seen\n\n{%- comment -%}\nsecret {{ x }}\n{%- endcomment -%}\n\nby all.',
      'by all.',
    ],
    ['kramdown', 'Seen\n\n{::comment}\nsecret\n{:/comment}\n\nby all.', 'by all.'],
    ['Hugo', 'Seen {{/* secret */}} by all.', 'by all.'],
    ['Hugo, around a shortcode', 'Seen {{</* secret */>}} by all.', 'by all.'],
    ['Jinja', 'Seen {# secret #} by all.', 'by all.'],
    ['MDX', 'Seen {/* secret */} by all.', 'by all.'],
    ['HTML', 'Seen <!-- secret --> by all.', 'by all.'],
    ['HTML, as a block', 'Seen\n\n<!--\nsecret\n\nsecret\n-->\n\nby all.', 'by all.'],
    ['a link definition', 'Seen\n\n[//]: # (secret)\n\nby all.', 'by all.'],
  ])('%s', async (_name, notes, kept) => {
    const {output, feed, said} = await built(notes)
    expect(output).not.toContain('secret')
    expect(feed).toContain(kept)
    expect(said).toEqual([])
  })

  it.each([
    ['Logseq, of a page', 'type:: secret\ntags:: secret\n\n- Seen by all.'],
    ['Logseq, of a block', '- Seen by all.\n  id:: 66f0secret\n  collapsed:: true'],
    ['Logseq, of work', '- Seen by all.\n  :LOGBOOK:\n  CLOCK: [secret]\n  :END:'],
  ])('%s', async (_name, notes) => {
    const {output, feed, said} = await built(notes)
    expect(output).not.toMatch(/secret|collapsed|LOGBOOK/)
    expect(feed).toContain('Seen by all.')
    expect(said).toEqual([])
  })

  it.each([
    ['Dataview', 'Seen by all.\n\n```dataview\nLIST FROM #secret\n```\n'],
    ['Dataview in a line', 'Seen by all. `= this.secret`'],
    ['Tasks', 'Seen by all.\n\n```tasks\nnot done, secret\n```\n'],
  ])('nor what it would ask for: %s', async (_name, notes) => {
    const {output, said} = await built(notes)
    expect(output).toContain('Seen by all.')
    expect(output).not.toContain('secret')
    expect(said).toEqual([expect.stringContaining('info ')])
  })

  it.each(['std::vector', 'Note:: it is late', '`id:: 5`', '```js\nid:: 5\n```', 'x^^2', '((a))', '`= x`'])(
    'text stays: %j',
    async (notes) => {
      const {output, said} = await built(`Seen. ${notes.startsWith('```') ? `\n\n${notes}` : notes}\n`)
      expect(output).toContain(notes.replaceAll('`', '').replace('js\n', '').trim().split('\n')[0])
      expect(said).toEqual([])
    },
  )

  it('nor in a transcript', async () => {
    const {output} = await built('Hello.', {'one.transcript.md': '**Jo Lund:** Seen %%secret%% by all.\n'})
    expect(output).toContain('by all.')
    expect(output).not.toContain('secret')
  })

  it('and one that is never closed goes on to the end, which is said', async () => {
    const {output, problems} = await built('Seen.\n\n%%\nsecret\n')
    expect(output).not.toContain('secret')
    expect(problems).toMatchObject([{code: 'comment-unclosed', severity: 'warning', line: 8}])
  })

  it.each(['100%% sure and 50%% not', '`%%a%%`', '```\n%%a%%\n```'])('text stays: %j', async (notes) => {
    const {feed} = await built(notes)
    expect(feed.match(/%%/g)).toHaveLength(2)
  })
})

describe('marks of note tools are what those tools show', () => {
  const other = {'002-north.md': episodeFile('two', ['title: North'])}

  it.each([
    ['[[002-north]]', '<a href="https://trial.example/show/episodes/002-north/">002-north</a>'],
    ['[[002-north|the other]]', '<a href="https://trial.example/show/episodes/002-north/">the other</a>'],
    ['[[002-north.md#more|more]]', '<a href="https://trial.example/show/episodes/002-north/#notes-more">more</a>'],
    ['==sleeper trains==', '<mark>sleeper trains</mark>'],
    ['> [!NOTE]\n> Mind the gap.', '<strong>Note</strong><br>Mind the gap.'],
    ['> [!warning]- Of gaps\n> Mind them.', '<strong>Of gaps</strong><br>Mind them.'],
    ['A paragraph. ^a1b2c3', '<p>A paragraph.</p>'],
  ])('%j', async (notes, html) => {
    const {page, said} = await built(notes, other)
    expect(page).toContain(html)
    expect(said).toEqual([])
  })

  it('a note that is no episode is its text, and that is said', async () => {
    const {page, feed, problems} = await built('See [[A thought|my thought]] and [[Another]].')
    expect(page).toContain('<p>See my thought and Another.</p>')
    expect(feed).toContain('<p>See my thought and Another.</p>')
    expect(problems).toMatchObject([
      {code: 'episode-link-left-out', severity: 'warning', line: 6},
      {code: 'episode-link-left-out', severity: 'warning', line: 6},
    ])
  })

  it('a note within the text is left out and said', async () => {
    const {page, problems} = await built('See.\n\n![[A thought]]\n')
    expect(page).not.toContain('thought')
    expect(problems).toMatchObject([{code: 'mark-left-out', severity: 'info', line: 8}])
  })

  it.each(['x==1 and y==2', '[[00:01:02]]', 'a == b == c', '`[[x]]`', 'array[[1]]'])(
    'text stays: %j',
    async (notes) => {
      const {page, said} = await built(notes)
      expect(page).toContain(notes.replaceAll('`', ''))
      expect(said).toEqual([])
    },
  )
})

describe('remains of Jekyll and Hugo are put in their place where that is certain', () => {
  it.each([
    ['[a](https://b.example/){:target="_blank"}', '<p><a href="https://b.example/">a</a></p>'],
    ['[a](https://b.example/){: .button rel="x"} c', '<p><a href="https://b.example/">a</a> c</p>'],
    ['[a](https://b.example/){target="_blank" .x}', '<p><a href="https://b.example/">a</a></p>'],
    ['## More {#more}\n\nText.', '>More</h3>'],
    ['[a]({{ site.baseurl }}/about/)', 'href="https://trial.example/show/about/"'],
    ['[a]({{ site.url }}{{ site.baseurl }}/about/)', 'href="https://trial.example/show/about/"'],
    ['[a]({{ "/about/" | relative_url }})', 'href="https://trial.example/show/about/"'],
    ['[a]({% link two.md %})', 'href="https://trial.example/show/episodes/two/"'],
    ['[a]({% post_url 2026-01-02-three %})', 'href="https://trial.example/show/episodes/three/"'],
    ['[a]({{< ref "two.md" >}})', 'href="https://trial.example/show/episodes/two/"'],
    ['[a]({{% relref "two" %}})', 'href="https://trial.example/show/episodes/two/"'],
    ['{{< youtube dQw4w9WgXcQ >}}', 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'],
    ['{{< youtube id="dQw4w9WgXcQ" autoplay="true" >}}', 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'],
    ['{% youtube dQw4w9WgXcQ %}', 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'],
    ['{% include youtube.html id="dQw4w9WgXcQ" %}', 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'],
    ['{{< vimeo 123456789 >}}', 'href="https://vimeo.com/123456789"'],
    [
      '{{< figure src="https://b.example/a.jpg" alt="A train" >}}',
      '<a href="https://b.example/a.jpg" rel="noopener noreferrer">A train</a>',
    ],
  ])('%s', async (notes, html) => {
    const more = {'two.md': episodeFile('two'), '2026-01-02-three.md': episodeFile('three')}
    const {page, feed, said} = await built(notes, more)
    expect(page).toContain(html)
    expect(page + feed).not.toMatch(/\{[%{:]|\}\}|target=/)
    expect(said).toEqual([])
  })

  it('and left out, said once of each kind for the whole show, where it is not', async () => {
    const notes = 'One.\n\n{{< tweet user="mara" id="1" >}}\n\n{% gist 12 %}\n\n{{ page.author }}\n\n{% gist 13 %}\n'
    const {output, problems} = await built(notes, {'two.md': episodeFile('two', [], notes)})
    expect(output).not.toMatch(/tweet|gist|page\.author/)
    const said = problems.map(({code, line, message}) => `${code} ${line} ${/: (.*) \(/.exec(message)?.[1]}`)
    expect(said.sort()).toEqual(
      [
        'mark-left-out 12 {{ page.author }}',
        'mark-left-out 10 {% gist 12 %}',
        'mark-left-out 8 {{< tweet user="mara" id="1" >}}',
      ].sort(),
    )
  })
})
