import {type Config, type DataMap, fileNameOf, folderOf, isDataMap} from './repository.ts'

/** Fields that a generator gives to each page of a folder, though no page says them. */
export type SharedFields = {
  /** The file that says them. */
  readonly file: string
  readonly keys: readonly string[]
}

/** What these say is about the site, whatever else builds call so. */
const ofSites: ReadonlySet<string> = new Set([
  'layout',
  'permalink',
  'tags',
  'type',
  'date',
  'slug',
  'eleventyComputed',
])

/** The names of Eleventy's data files for a folder: `episodes/episodes.json`, `episodes/episodes.11tydata.js`. */
export function isFolderData(file: string): boolean {
  const folder = fileNameOf(folderOf(file))
  const name = fileNameOf(file)
  return (
    folder !== '' &&
    name.startsWith(`${folder}.`) &&
    /^(?:11tydata\.)?(?:json|[cm]?js)$/.test(name.slice(folder.length + 1))
  )
}

/** What is said once for all episodes in `folder`, by the file that says it. */
export function sharedData(configs: readonly Config[], folder: string): readonly Config[] {
  return configs.flatMap(({file, data}) => {
    const isHere = folderOf(file) === folder || isBelow(folder, folderOf(file))
    if (isFolderData(file)) return isHere ? [{file, data}] : []
    // A page's cascade holds below the page, that of a configuration for the whole site.
    const cascades = isFolderPage(file) && !isHere ? [] : cascadesOfHugo(data, folder)
    return [...defaultsOfJekyll(data, folder), ...cascades].map((each) => ({file, data: each}))
  })
}

/** The fields of episodes among these. A build here reads each file by itself, and has none of them. */
export function sharedFields(
  configs: readonly Config[],
  folder: string,
  isField: (key: string) => boolean,
): readonly SharedFields[] {
  const keysByFile = new Map<string, Set<string>>()
  for (const {file, data} of sharedData(configs, folder)) {
    for (const [key, value] of Object.entries(data)) {
      // What is false is so without being said.
      if (value === null || value === '' || value === 'false' || ofSites.has(key) || !isField(key)) continue
      const keys = keysByFile.get(file) ?? new Set()
      keysByFile.set(file, keys.add(key))
    }
  }
  return [...keysByFile].map(([file, keys]) => ({file, keys: [...keys]}))
}

/** The page of a folder in Hugo and Zola. */
export function isFolderPage(file: string): boolean {
  return /^_index\.(?:[a-z-]+\.)?md$/i.test(fileNameOf(file))
}

function isBelow(folder: string, parent: string): boolean {
  return parent === '' || folder.startsWith(`${parent}/`)
}

/** `cascade: {author: …}`, with its fields in `params` as well; or a list of such maps, each for the pages that its `target` names. */
function cascadesOfHugo({cascade}: DataMap, folder: string): readonly DataMap[] {
  const maps = Array.isArray(cascade) ? cascade : [cascade]
  return maps.flatMap((each): readonly DataMap[] => {
    if (!isDataMap(each)) return []
    const {_target: old, target = old, params, ...fields} = each
    const path = isDataMap(target) && typeof target.path === 'string' ? target.path : '/'
    const start = path.replace(/[*{].*$/, '').replace(/^\//, '')
    const isMeant = `${folder.replace(/^(?:.*\/)?content\//, '')}/`.startsWith(start)
    return isMeant ? [{...fields, ...(isDataMap(params) ? params : {})}] : []
  })
}

/** `defaults: [{scope: {path: "", type: episodes}, values: {…}}]` */
function defaultsOfJekyll({defaults}: DataMap, folder: string): readonly DataMap[] {
  if (!Array.isArray(defaults)) return []
  return defaults.flatMap((each): readonly DataMap[] => {
    const {scope, values} = isDataMap(each) ? each : {}
    if (!isDataMap(values)) return []
    const {type, path} = isDataMap(scope) ? scope : {}
    const isOfType = typeof type !== 'string' || fileNameOf(folder) === `_${type}`
    const isInPath = typeof path !== 'string' || folder === path || isBelow(folder, path)
    return isOfType && isInPath ? [values] : []
  })
}
