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

/** The fields of episodes in `folder` that are said once for all of them. A build here reads each file by itself, and has none of them. */
export function sharedFields(
  configs: readonly Config[],
  folder: string,
  isField: (key: string) => boolean,
): readonly SharedFields[] {
  return configs.flatMap(({file, data}) => {
    const maps = isFolderData(file) ? [data] : defaultsOfJekyll(data, folder)
    const isHere = !isFolderData(file) || folderOf(file) === folder || folder.startsWith(`${folderOf(file)}/`)
    const said = isHere ? maps.flatMap((each) => Object.entries(each)) : []
    // What is false is so without being said.
    const keys = said.filter(([, value]) => value !== null && value !== '' && value !== 'false').map(([key]) => key)
    const own = [...new Set(keys)].filter((key) => !ofSites.has(key) && isField(key))
    return own.length === 0 ? [] : [{file, keys: own}]
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
    const isBelow = typeof path !== 'string' || path === '' || folder === path || folder.startsWith(`${path}/`)
    return isOfType && isBelow ? [values] : []
  })
}
