import fc from 'fast-check'
import {fromHtml} from 'hast-util-from-html'
import {expect, it} from 'vitest'
import {absoluteUrl} from '../../../src/model/absolute-url.ts'
import {loneEmbed} from '../../../src/render/notes/lone-embed.ts'
import {notesContext} from '../../../src/render/notes/notes-context.ts'
import {sanitise} from '../../../src/render/notes/sanitise.ts'
import {runs} from '../../series.ts'

const attribute = fc.constantFrom(
  'width="560"',
  'src="https://player.example/1?a=1&amp;b=2"',
  'src="/own"',
  'SRC="https://second.example/"',
  'title="Video & more"',
  'title="Video &amp; &copy;"',
  "title='one'",
  'title=""',
  'title=" \t"',
  'title="<b>"',
  'allow="fullscreen; autoplay"',
  'allowfullscreen',
  'src="javascript:alert(1)"',
  'src="#part"',
  'title="\r"',
  'title="\u{1f399}"',
)
const html = fc
  .tuple(
    fc.constantFrom('', ' ', 'x'),
    fc.array(attribute, {maxLength: 4}),
    fc.constantFrom(' ', '', '\n'),
    fc.constantFrom('', ' ', 'text', '<b>'),
    fc.constantFrom('', '\n', '\n\n', ' <br>', '\t'),
  )
  .map(
    ([before, attributes, gap, inside, after]) => `${before}<iframe ${attributes.join(gap)}>${inside}</iframe>${after}`,
  )

it('is the tree that the HTML parser makes, and is published as what the parser reads', () => {
  const base = absoluteUrl('https://example.org/show/episodes/one/') ?? expect.fail()
  fc.assert(
    fc.property(html, fc.constantFrom('feed' as const, 'page' as const), (text, policy) => {
      const found = loneEmbed(text)
      if (found === undefined) return
      const parsed = fromHtml(text, {fragment: true}).children.map((node) =>
        node.type === 'element'
          ? {type: node.type, tagName: node.tagName, properties: node.properties, children: node.children}
          : {type: node.type, ...('value' in node && {value: node.value})},
      )
      // Names of attributes are as they are written: nobody asks for another one than `src` and `title`.
      const asked = (nodes: readonly unknown[]) =>
        nodes.map((node) => {
          const {properties, ...rest} = node as {properties?: Record<string, unknown>}
          return properties === undefined ? rest : {...rest, src: properties.src, title: properties.title}
        })
      expect(asked(found)).toEqual(asked(parsed))
      const context = notesContext({base, policy, file: 'one.md'}, {line: 1}, new Map())
      const published = sanitise(text, context)
      // A comment makes the parser read it.
      expect(sanitise(`<!-- -->${text}`, context)).toBe(published)
      expect(sanitise(published, context)).toBe(published)
    }),
    runs(500),
  )
})

it('is not found where there is anything else', () => {
  for (const text of ['<iframe src=x></iframe>', '<iframe></iframe><b>', '<iframe>', '<p><iframe></iframe></p>', ''])
    expect(loneEmbed(text)).toBeUndefined()
})
