import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type Files, writeFiles} from '../files-on-disk.ts'

/** What an author does to the folder of the show; `false` where there is nothing to do it to, after something else was done. */
export type Deed = (folder: string) => boolean

export type Action = {
  readonly what: string
  /** What the author did and published before that, beside everything else. */
  readonly first?: Deed
  readonly does: Deed
  /** The codes of the errors that stop the build; none where it is harmless. */
  readonly says: readonly string[]
  /** The codes of the warnings that it brings. Nobody looks for others where it is absent. */
  readonly warns?: readonly string[]
  /** What is lost and has to be, such as the feed of one who is no member any more. */
  readonly meant?: RegExp
  /** Items that leave a feed by design from then on, whichever they are: a new episode moves the end of a window. */
  readonly moves?: RegExp
  /** From then on every host of the output follows redirects. */
  readonly redirects?: true
}

export function edit(file: string, from: string | RegExp, to: string): Deed {
  return (folder) => {
    const path = join(folder, file)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const after = before.replace(from, to)
    if (after === before) return false
    writeFileSync(path, after)
    return true
  }
}

/** A line for the front matter. */
export function withLine(file: string, line: string): Deed {
  return edit(file, /^---\n/, `---\n${line}\n`)
}

/** A line for `show.yaml`. */
export function inShow(line: string): Deed {
  return edit('show.yaml', /^/, `${line}\n`)
}

/** What a feed of `show.yaml` says, instead of what it said. */
export function feed(name: string, says: string): Deed {
  return edit('show.yaml', new RegExp(`^  ${name}: \\{.*\\}$`, 'm'), `  ${name}: {${says}}`)
}

/** More that a feed of `show.yaml` says. */
export function andFeed(name: string, says: string): Deed {
  return edit('show.yaml', new RegExp(`^(  ${name}: \\{.*)\\}$`, 'm'), `$1, ${says}}`)
}

export function put(files: Files): Deed {
  return (folder) => {
    writeFiles(folder, files)
    return true
  }
}

export function remove(...files: readonly string[]): Deed {
  return (folder) => {
    if (!files.every((file) => existsSync(join(folder, file)))) return false
    for (const file of files) rmSync(join(folder, file), {recursive: true})
    return true
  }
}

export function rename(from: string, to: string): Deed {
  return (folder) => {
    if (!existsSync(join(folder, from))) return false
    mkdirSync(dirname(join(folder, to)), {recursive: true})
    renameSync(join(folder, from), join(folder, to))
    return true
  }
}

export function all(...deeds: readonly Deed[]): Deed {
  return (folder) => deeds.every((deed) => deed(folder))
}
