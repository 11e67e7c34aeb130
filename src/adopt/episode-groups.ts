import {type Evidence, type EvidenceKeys, evidenceOf} from './episode-evidence.ts'
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
  const all = pages.filter(({file}) => !otherFolders.test(file))
  const usual = all.filter(({file}) => !docsFolder.test(file))
  const candidates = usual.some(isEpisode) ? usual : all
  const episodes = candidates.filter(isEpisode)
  const byFolder = new Map<string, ContentFile[]>()
  for (const page of episodes) {
    const key = isBundle(page) ? `${folderOf(folderOf(page.file))}/*` : folderOf(page.file)
    const group = byFolder.get(key)
    if (group === undefined) byFolder.set(key, [page])
    else group.push(page)
  }
  const roots = [...byFolder.keys()].filter((key) => !isBelowAnother(key, byFolder))
  const groups = joinSiblings(roots).map((root) => groupOf(root, candidates, episodes, byFolder))
  const largest = Math.max(0, ...groups.map((group) => group.episodes.length))
  const fewest = largest === 1 ? 1 : Math.max(fewestEpisodes, largest * smallestShare)
  return groups
    .filter((group) => group.episodes.length >= fewest && group.episodes.length >= group.others.length)
    .sort((one, other) => other.episodes.length - one.episodes.length || (one.glob < other.glob ? -1 : 1))
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

function isBundle({file}: ContentFile): boolean {
  return /^index\.(?:md|markdown)$/i.test(fileNameOf(file)) && folderOf(file) !== ''
}

/** Also a page beside the `index.md` of a folder that is an episode. */
function isBelowAnother(key: string, groups: ReadonlyMap<string, unknown>): boolean {
  return [...groups.keys()].some((other) => {
    const folder = other.replace(/\/\*$/, '')
    return other !== key && folder !== '' && key.startsWith(`${folder}/`)
  })
}

function groupOf(
  root: string,
  candidates: readonly ContentFile[],
  episodes: readonly ContentFile[],
  byFolder: ReadonlyMap<string, readonly ContentFile[]>,
): EpisodeGroup {
  const isEpisodePage = new Set(episodes)
  const inGroup = (page: ContentFile, takes: boolean) => takes && isEpisodePage.has(page)
  if (root.endsWith('/*')) {
    const folder = root.slice(0, -2)
    const taken = candidates.filter((page) => isBundle(page) && folderOf(folderOf(page.file)) === folder)
    const prefix = folder === '' ? '' : `${folder}/`
    const glob = `${prefix}*/${fileNameOf(taken[0]?.file ?? 'index.md')}`
    return {folder, glob, ...divided(taken, inGroup)}
  }
  const prefix = root === '' ? '' : `${root}/`
  const hasInner = root !== '' && [...byFolder.keys()].some((key) => key.startsWith(prefix))
  const taken = candidates.filter(({file}) => (hasInner ? file.startsWith(prefix) : folderOf(file) === root))
  return {folder: root, glob: `${prefix}${hasInner ? '**/' : ''}*.${extensionOf(taken)}`, ...divided(taken, inGroup)}
}

function divided(taken: readonly ContentFile[], isIn: (page: ContentFile, takes: boolean) => boolean) {
  return {
    episodes: taken.filter((page) => isIn(page, true)),
    others: taken.filter((page) => !isIn(page, true) && !/^(?:_index|readme)\./i.test(fileNameOf(page.file))),
  }
}

function extensionOf(pages: readonly ContentFile[]): string {
  const endings = new Set(pages.map(({file}) => file.slice(file.lastIndexOf('.') + 1)))
  return endings.size === 1 ? ([...endings][0] ?? 'md') : 'md'
}
