import type {Plan} from '../../plan/plan.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {SiteFile} from '../../preview/previewed-show.ts'
import type {AheadSite} from './ahead-site.ts'
import type {EpisodeTexts} from './site-files.ts'

/** The show at the time of its last plan. */
export type ShowNow = {
  readonly plan: Plan
  readonly ready: ReadyShow
  readonly now: Date
  readonly files: ReadonlyMap<string, SiteFile>
  readonly texts: EpisodeTexts
  /** Everything that is held back, as it will be published. */
  readonly ahead: AheadSite
}
