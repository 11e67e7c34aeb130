import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {codeLiterals} from '../../adopt/code-literals.ts'
import {soundsIn} from '../../adopt/played-sounds.ts'
import {
  type Config,
  type ContentFile,
  type DataMap,
  fileNameOf,
  folderOf,
  type Repository,
} from '../../adopt/repository.ts'
import {isFolderData} from '../../adopt/shared-fields.ts'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {readDataFile} from '../../read/data/authored-data.ts'
import type {DataSyntax} from '../../read/data/data-syntaxes.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {isConversationText} from '../../read/episode/episode-body.ts'
import {listFiles} from '../../read/files/file-listing.ts'
import {parseHostedVideo} from '../../text/addresses/hosted-video.ts'
import {decodeText} from '../../text/encoding.ts'
import {severalAtOnce} from '../../text/several-at-once.ts'

/** A larger configuration file holds data for something else. */
const mostConfigBytes = 1024 * 1024
const mostConfigs = 60

/** The names of configuration files. Those of podcasts come before those of sites, and those near the root before deeper ones. */
const configNames: readonly RegExp[] = [
  /(?:^|\/)(?:podcast|show|castanet|feed)\.(?:ya?ml|toml|json)$/i,
  /(?:^|\/)(?:_data|data|src\/_data)\/(?:podcast|show|feed|metadata|site|site_?metadata|meta|config|info)\.(?:ya?ml|toml|json)$/i,
  /(?:^|\/)(?:hugo|zola|bridgetown\.config|config|_config|site|metadata|toucan|mkdocs)\.(?:ya?ml|toml|json)$/i,
  /(?:^|\/)config\/_default\/[\w-]+(?:\.[a-z-]+)?\.(?:ya?ml|toml|json)$/i,
  // Programs, of which only the literals are read. `publishconf.py` has the address of a site that is published.
  /(?:^|\/)(?:publishconf|pelicanconf|conf)\.py$/,
  /(?:^|\/)(?:gatsby-config|astro\.config|docusaurus\.config)\.[cm]?[jt]s$/,
  // Sites of Astro and Next have modules of their own for what they say of themselves.
  /(?:^|src\/(?:\w+\/)?)(?:podcast|show|site|site[-_.]?config|config|consts|constants|metadata|siteMetadata)\.[cm]?[jt]s$/i,
  /(?:^|\/)_data\/(?:podcast|show|feed|metadata|site|meta|config)\.[cm]?js$/,
  /^package\.json$/i,
]

/** `!!python/name:…` and `!ENV` of MkDocs stand for what a program would make. */
const programTag = /(?<=[:,[-][ \t])!{1,2}[\w./:]+/g

/** Everything that `adopt` reads of a folder. Nothing is run, and nothing outside the folder is read. */
export async function readRepository(folder: string): Promise<Repository> {
  const {files} = await listFiles(folder)
  const markdown = files.filter((file) => fileKinds.ofName(file)?.role === 'episode')
  const recordings = recordingPlaces(files)
  const pages = await severalAtOnce(markdown, async (file): Promise<ContentFile> => {
    const text = (await readAsText(join(folder, file))) ?? ''
    return {...contentFile(file, text), hasRecording: recordings.has(placeOf(file))}
  })
  const named = [
    ...configNames.flatMap((pattern) =>
      files.filter((file) => pattern.test(file) && file.split('/').length <= 4).sort(byDepth),
    ),
    ...files.filter(isFolderData),
  ]
  const configs: Config[] = []
  for (const file of [...new Set(named)].slice(0, mostConfigs)) {
    const data = await readConfig(folder, file)
    if (data !== undefined) configs.push({file, data})
  }
  return {files, pages, configs}
}

/** Where recordings lie: the path without its extension, and the folder, whose `index.md` is about it. */
function recordingPlaces(files: readonly string[]): ReadonlySet<string> {
  const recordings = files.filter((file) => fileKinds.mediaOf(file) !== undefined)
  return new Set(recordings.flatMap((file) => [file.replace(/\.[^./]*$/, ''), folderOf(file)]))
}

/** A folder's page is about the folder. */
function placeOf(file: string): string {
  const stem = file.replace(/\.[^./]*$/, '')
  return /^index$/i.test(fileNameOf(stem)) && folderOf(file) !== '' ? folderOf(file) : stem
}

function contentFile(file: string, text: string): ContentFile {
  const {data, body} = readFrontMatter(text, file)
  const sounds = soundsIn(body)
  return {
    file,
    data: data as DataMap,
    hasPlayer: sounds.length > 0 || hasPlayer(text),
    ...(sounds.length === 0 ? {} : {sounds}),
    isConversation: isConversationText(body),
  }
}

function hasPlayer(text: string): boolean {
  if (/<(?:audio|video)[\s>]/i.test(text)) return true
  const frames = text.matchAll(/<iframe[^>]{0,2000}?[\s"']src\s*=\s*["']?([^"'\s>]{1,500})/gi)
  return [...frames].some(([, url = '']) => parseHostedVideo(url) !== undefined)
}

function byDepth(one: string, other: string): number {
  return one.split('/').length - other.split('/').length || (one < other ? -1 : 1)
}

async function readConfig(folder: string, file: string): Promise<DataMap | undefined> {
  if ((await stat(join(folder, file))).size > mostConfigBytes) return undefined
  const text = await readAsText(join(folder, file))
  if (text === undefined) return undefined
  const ending = fileNameOf(file).slice(fileNameOf(file).lastIndexOf('.') + 1)
  if (ending === 'py') return codeLiterals(text, 'python')
  if (/^[cm]?[jt]s$/.test(ending)) return codeLiterals(text, 'javascript')
  const syntax: DataSyntax = ending === 'toml' ? 'toml' : ending === 'json' ? 'json' : 'yaml'
  const {data} = readDataFile(syntax === 'yaml' ? text.replace(programTag, '') : text, file, syntax)
  // A package that builds a site has its own name and address, which are not those of the show.
  return fileNameOf(file) === 'package.json' ? pick(data as DataMap, ['author', 'homepage']) : (data as DataMap)
}

function pick(data: DataMap, keys: readonly string[]): DataMap {
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key)))
}

async function readAsText(path: string): Promise<string | undefined> {
  try {
    return decodeText(await readFile(path)).text
  } catch {
    return undefined
  }
}
