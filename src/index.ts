export {type AppName, appNames} from './apps/all-apps.ts'
export type {AppView, CountedLimit} from './apps/app-view.ts'
export {appViewAsText} from './apps/describe-view.ts'
export {type BuildReport, build} from './build.ts'
export {buildAsMarkdown} from './build-summary.ts'
export {chapterFormatNames, convertChapterFile, convertMediaChapters} from './chapter-tools.ts'
export {check} from './check.ts'
export {changeKinds, type EpisodeChange, hurtsListeners} from './compare/compare-feeds.ts'
export {changesAsMarkdown, changesAsText} from './compare/describe-changes.ts'
export {compare} from './compare.ts'
export {type DeployOptions, type DeployReport, deploy} from './deploy.ts'
export {type FetchedFeed, type FetchOptions, fetchFeed} from './fetch-feed.ts'
export {type FileFix, planFixes, type WrittenFixes, writeFixes} from './fix-show.ts'
export type {FixEdit} from './fixes/fix-text.ts'
export {hostingText} from './hosting-text.ts'
export {type InitHostName, initHosts} from './init/hosts.ts'
export {hasShow, type InitOptions, type InitReport, init} from './init.ts'
export {type FeedProfile, feedProfiles} from './model/feed-rule.ts'
export type {OutputFile, WriteReport} from './model/output.ts'
export {
  type Correction,
  countWarnings,
  hasErrors,
  type Outcome,
  type Place,
  type Problem,
  type ProblemCode,
  problemKinds,
} from './model/problem.ts'
export type {ProblemKind, Severity} from './model/problem-kind.ts'
export {type HostName, hostNames, type ServedSite} from './model/serving.ts'
export {buildNetwork, isNetwork, type NetworkOptions, type NetworkReport, type Shard} from './network.ts'
export {type NewEpisodeOptions, type NewEpisodeReport, newEpisode} from './new-episode.ts'
export {nextDue} from './next-due.ts'
export {type ServiceName, serviceNames, usualServices} from './notify/services.ts'
export {type NotifiedFeed, type NotifyOptions, notify} from './notify.ts'
export {type MemberAddress, memberAddresses} from './plan/member-feeds.ts'
export {type PlanOptions, type PlanSink, type PlanSummary, plan, type TakeFile} from './plan/plan.ts'
export type {PlannedFeed} from './plan/plan-feed.ts'
export {type MediaProbe, type ProbeOptions, type ProbeReport, probeMedia} from './probe-media.ts'
export {checkFeed, type FeedCheck, type FeedCheckOptions} from './rules/check-feed.ts'
export {dueAsCalendar} from './schedule/calendar.ts'
export {type DueTimes, dueAsCron, dueAsText} from './schedule/due-times.ts'
export {showEpisode} from './show-episode.ts'
export {
  type AlignedFile,
  alignTranscriptFiles,
  convertTranscriptFile,
  type NamedBytes,
  transcriptFormatNames,
} from './transcript-tools.ts'
export {version} from './version.ts'
