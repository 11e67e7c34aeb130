import {expect, it} from 'vitest'
import {checkFeed} from '../../../src/rules/check-feed.ts'
import {rss} from '../feeds.ts'

it.each([
  ['far above the next semicolon', 'Ada & Bob</copyright>\n\n<docs>https://example.com/?a=1&amp;b=2</docs>', 15],
  ['with no semicolon after it', 'Ada & Bob</copyright>', 15],
  ['right before a word', 'Ada &Bob, Eve; Mallory</copyright>', 15],
  ['after a reference', 'Ada &amp; Bob &#38; Eve & Mallory</copyright>', 35],
  ['after one that a comment or CDATA allows', '<!-- & --><![CDATA[ & ]]>Ada & Bob</copyright>', 40],
])('an ampersand %s is told where it stands', (_name, text, column) => {
  const {problems} = checkFeed(rss(`<copyright>${text}`))
  expect(problems).toMatchObject([{code: 'feed-not-well-formed', line: 3, column: column + 1}])
})

it('other faults of the XML are told where the parser meets them', () => {
  const {problems} = checkFeed(rss('<copyright>Ada &amp; Bob\n</copyrigth>'))
  expect(problems).toMatchObject([{code: 'feed-not-well-formed', line: 4}])
})
