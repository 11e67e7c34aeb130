import {type EvidenceKeys, evidenceOf, isArticle, isEpisodeByEvidence} from './episode-evidence.ts'
import {type EpisodeGroup, episodeGroups} from './episode-groups.ts'
import {type KnownFields, type MappedField, mappedFields} from './mapped-fields.ts'
import {folderOfAnyLanguage} from './page-languages.ts'
import {playedSounds} from './played-sounds.ts'
import {fileNameOf, folderOf, type Repository, type Sourced} from './repository.ts'
import {isFolderPage, type SharedFields, sharedData, sharedFields} from './shared-fields.ts'
import {coverOf} from './show-cover.ts'
import {defaultLanguage, factsOfAllEpisodes, type ShowFacts, showFacts} from './show-facts.ts'
import {type MediaPrefix, prefixOf, withMapped} from './show-media.ts'
import {writtenLanguage} from './written-language.ts'

/** A show that was found in a repository, with all guesses and where each came from. */
export type AdoptedShow = MediaPrefix & {
  /** Where its `show.yaml` is to be: the repository itself, or the folder of one show among several. */
  readonly folder: string
  readonly facts: ShowFacts
  /** For `episodes`, from `folder`. */
  readonly glob: Sourced<string>
  readonly episodeCount: number
  /** Pages that the glob takes and that are no episodes, from `folder`. */
  readonly others: readonly string[]
  /** Other episodes that no show of this adoption takes: a glob from the repository, and how many it takes. */
  readonly leftGroups?: readonly {readonly glob: string; readonly episodeCount: number}[]
  /** Fields that no episode says, because the site says them for all. */
  readonly shared?: readonly SharedFields[]
  /** Recordings that only a player in the text of the episode names, by file. */
  readonly played?: ReadonlyMap<string, string>
  /** Fields that the episodes have under keys which no build knows. */
  readonly mapped: readonly MappedField[]
}

/** What a build knows of front matter. */
export type Vocabulary = {
  readonly keys: EvidenceKeys
  readonly fields: KnownFields
  /** The field or tag that a build knows a key as. */
  readonly ownerOf: (key: string) => string | undefined
}

/** The shows of a repository. The one with the most episodes comes first. The list is empty if nothing looks like an episode. */
export function adoptedShows(repository: Repository, vocabulary: Vocabulary): readonly AdoptedShow[] {
  const {pages} = repository
  const {keys} = vocabulary
  const certain = episodeGroups(pages, keys, isEpisodeByEvidence)
  const groups = certain.length > 0 ? certain : episodeGroups(pages, keys, isArticle)
  const sideBySide = showsSideBySide(groups, repository)
  if (sideBySide.length > 1) return sideBySide.map((group) => adopted(group, group.folder, repository, vocabulary))
  const versions = inSeveralLanguages(groups)
  // The page of a folder that each language has is called "Episodes": it is that of a list, and says nothing of the show.
  const withoutPages = {...repository, pages: repository.pages.filter(({file}) => !/(?:^|\/)_index\./.test(file))}
  if (versions.length > 1)
    return versions.map((group) =>
      adopted(group, group.folder, withoutPages, vocabulary, folderOfAnyLanguage(group.folder).language),
    )
  const main = mainGroup(groups, defaultLanguage(repository.configs))
  if (main === undefined) return []
  const leftGroups = groups
    .filter((group) => group !== main && hasMediaMostly(group, keys))
    .map(({glob, episodes}) => ({glob, episodeCount: episodes.length}))
  return [{...adopted(main, '', repository, vocabulary), ...(leftGroups.length === 0 ? {} : {leftGroups})}]
}

/** The largest group. If its files lie there in several languages, those in the language of the site. */
function mainGroup(groups: readonly EpisodeGroup[], language: string | undefined): EpisodeGroup | undefined {
  const [largest] = groups
  const versions = groups.filter(({folder}) => folder === largest?.folder)
  return versions.find((group) => group.language === language) ?? largest
}

/** Posts of a blog have dates as well. Those with media are surely episodes, though nobody can say whether of the same show. */
function hasMediaMostly({episodes}: EpisodeGroup, keys: EvidenceKeys): boolean {
  return episodes.filter((page) => evidenceOf(page, keys).has('media')).length * 3 >= episodes.length * 2
}

/** Folders side by side, each with a page of its own (`_index.md`), are shows; one folder with episodes is one show. */
function showsSideBySide(groups: readonly EpisodeGroup[], {files}: Repository): readonly EpisodeGroup[] {
  const there = new Set(files)
  const withPage = groups.filter(({folder}) => there.has(`${folder}/_index.md`))
  const parents = [...new Set(withPage.map(({folder}) => folderOf(folder)))]
  const byParent = parents.map((parent) => withPage.filter(({folder}) => folderOf(folder) === parent))
  return byParent.sort((one, other) => other.length - one.length)[0] ?? []
}

/** Folders that differ in a language alone (`content/en/episodes`, `content/de/episodes`) are a show in each of them. */
function inSeveralLanguages(groups: readonly EpisodeGroup[]): readonly EpisodeGroup[] {
  const [largest] = groups
  if (largest === undefined) return []
  const {folder, language} = folderOfAnyLanguage(largest.folder)
  if (language === undefined) return []
  const versions = groups.filter((group) => folderOfAnyLanguage(group.folder).folder === folder)
  return [...new Map(versions.map((group) => [group.folder, group])).values()]
}

function adopted(
  group: EpisodeGroup,
  folder: string,
  repository: Repository,
  {keys, fields, ownerOf}: Vocabulary,
  language = group.language,
): AdoptedShow {
  const below = (path: string) => (folder === '' ? path : path.slice(folder.length + 1))
  const showPage = folder === '' ? undefined : repository.pages.find(({file}) => file === `${folder}/_index.md`)
  const count = group.episodes.length === 1 ? 'one page' : `${group.episodes.length} pages`
  const isCertain = group.episodes.some((page) => isEpisodeByEvidence(evidenceOf(page, keys)))
  const from = `${count} with ${isCertain ? 'media, or with a date and a number' : 'something to play or a conversation in the text'}`
  const mapped = mappedFields(group.episodes, fields, ownerOf)
  const sources = [...repository.configs, ...repository.pages.filter(({file}) => isFolderPage(file))]
  const said = withPicture(factsOfAllEpisodes(sharedData(sources, group.folder)), repository, folder)
  const written = writtenLanguage(group.episodes)
  const facts: ShowFacts = {
    ...(written === undefined ? {} : {language: written}),
    ...said,
    ...withPicture(showFacts(repository.configs, showPage, language), repository, folder),
  }
  // What the show says holds for its episodes.
  const isField = (key: string) => {
    const owner = ownerOf(key)
    return owner !== undefined && facts[owner] === undefined && facts[key] === undefined
  }
  const shared = sharedFields(sources, group.folder, isField)
  const played = playedSounds(group.episodes, repository, withMapped(keys, mapped), folder)
  const media = prefixOf(group, repository, withMapped(keys, mapped))
  return {
    folder,
    facts: withOwnAddress(facts, folder),
    glob: {value: below(group.glob), from},
    episodeCount: group.episodes.length,
    others: [...group.others, ...group.translations].map(({file}) => below(file)),
    mapped,
    ...(played.size === 0 ? {} : {played}),
    ...(shared.length === 0 ? {} : {shared}),
    ...media,
  }
}

/**
 * Several shows of one site cannot all be published at the address of the site, with the same feeds and the same identity. So
 * each gets the place of its folder, as site generators do it.
 */
function withOwnAddress(facts: ShowFacts, folder: string): ShowFacts {
  const {site_url: site} = facts
  if (site === undefined || folder === '') return facts
  const parts = folder.replace(/^(?:.*\/)?content\//, '').split('/')
  const path = parts.map((part) => encodeURIComponent(part.replace(/^_/, ''))).join('/')
  const value = `${site.value.replace(/\/?$/, '/')}${path}/`
  return {...facts, site_url: {value, from: `${site.from}, and the folder of the show`}}
}

/**
 * A path of a site is looked for by the name of its file. Where nothing names a picture that is there, the one that is called a cover is
 * taken.
 */
function withPicture(facts: ShowFacts, {files}: Repository, folder: string): ShowFacts {
  const {image, ...others} = facts
  if (image !== undefined && /^https?:/i.test(image.value)) return facts
  const own = files.filter((each) => folder === '' || each.startsWith(`${folder}/`))
  const below = (file: string) => (folder === '' ? file : file.slice(folder.length + 1))
  const named = image === undefined ? undefined : own.find((each) => fileNameOf(each) === fileNameOf(image.value))
  if (image !== undefined && named !== undefined) return {...others, image: {value: below(named), from: image.from}}
  const cover = coverOf(own.map(below))
  return cover === undefined ? others : {...others, image: cover}
}
