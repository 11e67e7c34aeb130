import {fromHtml} from 'hast-util-from-html'
import {toMdast} from 'hast-util-to-mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'

/** Deeper trees are no show notes. They would be walked by recursion. */
const deepestTree = 60

/** Show notes as Markdown, or `undefined` if they cannot be. The caller must find out whether they say the same. */
export function htmlToMarkdown(html: string): string | undefined {
  const tree = fromHtml(html, {fragment: true})
  if (depthOf(tree) > deepestTree) return undefined
  const markdown = toMarkdown(toMdast(tree, {newlines: false}), {
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    extensions: [gfmToMarkdown()],
  })
  return markdown.trim()
}

type Tree = {readonly children?: readonly unknown[]}

function depthOf(tree: Tree): number {
  let level: readonly Tree[] = [tree]
  for (let depth = 1; ; depth += 1) {
    level = level.flatMap(({children = []}) => children as readonly Tree[])
    if (level.length === 0) return depth
    if (depth > deepestTree) return depth
  }
}
