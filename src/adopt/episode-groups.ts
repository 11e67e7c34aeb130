import {type Evidence, type EvidenceKeys, evidenceOf, isBundle, isPostByEvidence} from './episode-evidence.ts'
import {pagesByLanguage} from './page-languages.ts'
import {type ContentFile, fileNameOf, folderOf} from './repository.ts'

/** Pages that are kept in one way: files of a folder, folders with an `index.md`, or files of a folder and all below it. */
export type EpisodeGroup = {
  /** Below the repository. */
  readonly folder: string
  /** A glob from the repository. */
  readonly glob: string
  readonly episodes: readonly ContentFile[]
  /** What the glob takes besides: pages that are no episodes. */
  readonly others: readonly ContentFile[]
  /** Pages in other languages that the glob takes, because the names of these episodes say no language. */
  readonly translations: readonly ContentFile[]
  /** The language in the names of the files, where pages lie there in several. */
  readonly language?: string
}

/** Folders that hold texts about episodes, or about how they are made. */
const otherFolders =
  /(?:^|\/)(?:_?layouts?|_?includes?|_?drafts?|archetypes|themes?|templates?|node_modules|vendor|people|persons?|guests?|hosts?|authors?|speakers?|sponsors?|scripts?|public|static|_site|dist|output)\//i

/** Texts about the site and, for MkDocs and its like, the site itself. */
const docsFolder = /(?:^|\/)docs?\//i

/** A group is a leftover, and no show, if it is smaller than this many hundredths of the largest group. */
const smallestShare = 0.05
const fewestEpisodes = 2

/**
 * The groups of pages that are episodes, the largest first. If a folder has episodes of its own, the folders below it are joined
 * with it: `_episodes/interviews/` is no show of its own. `isEnough` decides whether a page is an episode.
 */
export function episodeGroups(
  pages: readonly ContentFile[],
  keys: EvidenceKeys,
  isEnough: (evidence: ReadonlySet<Evidence>) => boolean,
): readonly EpisodeGroup[] {
  const isEpisode = (page: ContentFile) => isEnough(evidenceOf(page, keys))
  const isPost = (page: ContentFile) => isPostByEvidence(evidenceOf(page, keys))
  const hasMedia = (page: ContentFile) => evidenceOf(page, keys).has('media')
  const all = pages.filter(({file}) => !otherFolders.test(file))
  const usual = all.filter(({file}) => !docsFolder.test(file))
  const candidates = usual.some(isEpisode) ? usual : all
  const groups = [...pagesByLanguage(candidates)]
    .flatMap(([language, own]) => groupsOf(own, {language, isEpisode, candidates}))
    .map((group) => (group.episodes.some(hasMedia) ? withoutPosts(group, isPost) : group))
  const largest = Math.max(0, ...groups.map((group) => group.episodes.length))
  const fewest = largest === 1 ? 1 : Math.max(fewestEpisodes, largest * smallestShare)
  const large = groups
    .filter((group) => group.episodes.length >= fewest)
    .sort((one, other) => other.episodes.length - one.episodes.length || (one.glob < other.glob ? -1 : 1))
  const own = large.filter((group) => group.episodes.length >= group.others.length)
  // A blog in which some posts are episodes is a show where nothing else is one.
  return own.length > 0 ? own : large.filter((group) => group.episodes.some(hasMedia))
}

function withoutPosts(group: EpisodeGroup, isPost: (page: ContentFile) => boolean): EpisodeGroup {
  const posts = group.episodes.filter(isPost)
  if (posts.length === 0) return group
  return {...group, episodes: group.episodes.filter((page) => !isPost(page)), others: [...group.others, ...posts]}
}

type Candidates = {
  /** Of the pages; empty where their names have none. */
  readonly language: string
  readonly isEpisode: (page: ContentFile) => boolean
  /** All pages, in whatever language: what a glob takes that has no language in it. */
  readonly candidates: readonly ContentFile[]
}

function groupsOf(pages: readonly ContentFile[], among: Candidates): readonly EpisodeGroup[] {
  const folders = new Set(
    pages.filter(among.isEpisode).flatMap(({file}) => {
      const folder = isBundle(file) ? folderOf(folderOf(file)) : folderOf(file)
      const key = isBundle(file) ? `${folder}/*` : folder
      const undated = withoutDates(folder)
      return undated === folder ? [key] : [key, undated]
    }),
  )
  const roots = [...folders].filter((key) => !isBelowAnother(key, folders))
  return joinSiblings(roots).map((root) => groupOf(root, folders, pages, among))
}

/** `podcast/2024/01/05-first-light/`, `podcast/2024/first-light.md`: the folders of a year and its months are no shows of their own. */
function withoutDates(folder: string): string {
  return folder.replace(/\/(?:19|20)\d\d(?:\/\d\d?){0,2}$/, '')
}

/** `_episodes/interviews` and `_episodes/releases` are kinds of episodes of one show, where their folder is called so. */
function joinSiblings(roots: readonly string[]): readonly string[] {
  const parents = new Set(
    roots.map(folderOf).filter((parent) => /(?:^|\/)_?(?:episodes?|podcasts?|posts?)$/i.test(parent)),
  )
  const inner = roots.filter((root) => !root.endsWith('/*') && parents.has(folderOf(root)))
  const joined = [...new Set(inner.map(folderOf))]
  return [
    ...roots.filter((root) => !joined.some((parent) => root === parent || root.startsWith(`${parent}/`))),
    ...joined,
  ]
}

/** Also a page beside the `index.md` of a folder that is an episode. */
function isBelowAnother(key: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((other) => {
    const folder = other.replace(/\/\*$/, '')
    return other !== key && folder !== '' && key.startsWith(`${folder}/`)
  })
}

function groupOf(
  root: string,
  folders: ReadonlySet<string>,
  pages: readonly ContentFile[],
  {language, isEpisode, candidates}: Candidates,
): EpisodeGroup {
  const areBundles = root.endsWith('/*')
  const folder = areBundles ? root.slice(0, -2) : root
  const prefix = folder === '' ? '' : `${folder}/`
  const hasInner = root !== '' && [...folders].some((key) => key.startsWith(`${root}/`))
  const isHere = ({file}: ContentFile) => {
    if (areBundles) return isBundle(file) && folderOf(folderOf(file)) === folder
    return hasInner ? file.startsWith(prefix) : folderOf(file) === folder
  }
  const own = pages.filter(isHere)
  const endings = language === '' ? endingsOf(own) : `${language}.${endingsOf(own)}`
  const names = areBundles ? '*/index' : hasInner ? '**/*' : '*'
  const isEpisodeHere = new Set(own.filter(isEpisode))
  const isPage = ({file}: ContentFile) => !/^(?:_index|readme)\./i.test(fileNameOf(file))
  const inThisLanguage = new Set(own)
  const here = language === '' ? candidates.filter(isHere) : []
  return {
    folder,
    glob: `${prefix}${names}.${endings}`,
    episodes: [...isEpisodeHere],
    others: own.filter((page) => isPage(page) && !isEpisodeHere.has(page)),
    translations: here.filter((page) => isPage(page) && !inThisLanguage.has(page)),
    ...(language === '' ? {} : {language}),
  }
}

/** `md`, or, of files of several kinds, `{md,mdx}`. */
function endingsOf(pages: readonly ContentFile[]): string {
  const endings = [...new Set(pages.map(({file}) => file.slice(file.lastIndexOf('.') + 1)))].sort()
  return endings.length > 1 ? `{${endings.join(',')}}` : (endings[0] ?? 'md')
}
