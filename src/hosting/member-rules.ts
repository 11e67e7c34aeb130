import {feedKinds} from '../file-kinds/feed-kinds.ts'
import type {FeedSettings} from '../model/feed-settings.ts'
import type {ServedRule} from '../model/serving.ts'
import {contentTypeOf, privateCaching} from './served-kinds.ts'

type FeedOfMembers = Pick<FeedSettings, 'name' | 'paths' | 'members' | 'earlyInSeconds'>

const isPrivate = {cacheControl: privateCaching, forOtherSites: true, isPrivate: true} as const

/**
 * How the feeds for members are served, and the files that members have before everybody. The rules follow from what `show.yaml`
 * says and not from the files, so that a build without the secret, which makes none of the files, writes the same rules. The rule
 * for everything in the folder of a feed comes last, because it also fits the other files. `rules` are those of the public files.
 */
export function memberRules(feeds: readonly FeedOfMembers[], rules: readonly ServedRule[]): readonly ServedRule[] {
  const ofMembers = feeds.filter(({members}) => members !== undefined)
  return ofMembers.flatMap(({name, paths, earlyInSeconds}) => [
    ...feedKinds.flatMap(({name: format, mimeType}) => {
      const path = paths[format]
      if (path === undefined) return []
      const segments = [name, ':slug', ...path.split('/')]
      return [{pattern: {segments, ending: ''}, contentType: contentTypeOf(mimeType), ...isPrivate}]
    }),
    ...(earlyInSeconds === undefined ? [] : rules.flatMap((rule) => earlyRule(name, rule))),
    {pattern: {segments: [name, '**'], ending: ''}, ...isPrivate},
  ])
}

/** An early file has the same path that it will have for everybody, below a folder that nobody can guess. */
function earlyRule(name: string, {pattern, contentType}: ServedRule): readonly ServedRule[] {
  if (contentType === undefined || !['media', 'images'].includes(pattern.segments[0] ?? '')) return []
  return [{pattern: {...pattern, segments: [name, ':slug', ...pattern.segments]}, contentType, ...isPrivate}]
}
