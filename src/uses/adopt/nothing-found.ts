import type {Repository} from '../../adopt/repository.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from './adopt-problems.ts'

/** Ways to keep episodes that no build reads, by the files in which they are seen. */
const unread: readonly {readonly files: RegExp; readonly what: string; readonly instead: string}[] = [
  {
    files: /\.(?:org|rst|adoc|asciidoc)$/i,
    what: 'texts that are no Markdown',
    instead: 'Turn them into Markdown, for example with pandoc, with title, date and audio between two lines of ---',
  },
  {
    files: /\.meta$/i,
    what: 'files of Nikola that hold the fields of a text beside it',
    instead: 'Write these fields at the top of each text, between two lines of ---',
  },
]

/** A folder in which nothing looks like an episode, and why that may be. */
export function nothingFound(folder: string, {files, pages}: Repository): Problem {
  const start = `Nothing in ${folder} looks like an episode`
  for (const {files: ending, what, instead} of unread) {
    const found = files.filter((file) => ending.test(file))
    if (found.length > 0)
      return nothing(`${start}: there are ${what} (${some(found)}), which Castwright does not read`, instead)
  }
  const bare = pages.filter(({file, data}) => /\.mdx$/i.test(file) && Object.keys(data).length === 0)
  if (bare.length > 0) {
    const message = `${start}: ${some(bare.map(({file}) => file))} have no front matter, and what their code exports is not read`
    return nothing(message, 'Write title, date and audio between two lines of --- at the top of each file')
  }
  return nothing(
    `${start}: there is no recording, and no Markdown file that names media or has a date and a number`,
    'For a new show: castwright init. For a show that a host has: castwright import FEED my-show. Else name the folder of the episodes',
  )
}

function nothing(message: string, hint: string): Problem {
  return problem('adopt-nothing-found', {}, message, hint)
}

function some(files: readonly string[]): string {
  const [first = '', ...others] = files
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
