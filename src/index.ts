export type {Missing} from './adopt/adopted-text.ts'
export {type AppName, appNames} from './apps/all-apps.ts'
export type {AppView, CountedLimit} from './apps/app-view.ts'
export {appViewAsText} from './apps/describe-view.ts'
export {type Comparison, changeKinds, type EpisodeChange, hurtsListeners} from './compare/compare-feeds.ts'
export {changesAsMarkdown, changesAsText} from './compare/describe-changes.ts'
export type {
  ChapterData,
  CueData,
  EpisodeData,
  EpisodeLink,
  FeedData,
  MediaData,
  PersonData,
  ShowData,
  TranscriptData,
  TranscriptPart,
} from './data/data-types.ts'
export type {
  EpisodePageData,
  EpisodeRowData,
  FooterData,
  GroupPageData,
  HeaderData,
  OlderPageData,
  OwnPageData,
  ReadyHtml,
  ShowPageData,
  TemplateData,
  TemplateEpisode,
  TemplateLink,
  TemplatePage,
  TemplatePerson,
  TemplateShow,
  TopicsPageData,
} from './data/template-types.ts'
export type {DeployProgress} from './deploy/deploy-files.ts'
export type {StoreAddress} from './deploy/object-store.ts'
export {type FeedKind, feedKinds} from './file-kinds/feed-kinds.ts'
export type {FixEdit} from './fixes/fix-text.ts'
export {type InitHostName, initHosts} from './init/hosts.ts'
export type {AbsoluteUrl} from './model/absolute-url.ts'
export type {FeedFormatName, FeedPaths} from './model/feed-settings.ts'
export type {LockedMedia} from './model/lock.ts'
export type {OutputFile, Rank, WriteReport} from './model/output.ts'
export type {Card, CoverColours, PictureFormat, PictureRecipe, Resized} from './model/pictures-of-pages.ts'
export {
  type Correction,
  countWarnings,
  hasErrors,
  type Outcome,
  type Place,
  type Problem,
  type ProblemCode,
} from './model/problem.ts'
export type {ProblemKind, Severity} from './model/problem-kind.ts'
export {
  type HostName,
  hostNames,
  type Redirect,
  type ServedPattern,
  type ServedRule,
  type ServedSite,
} from './model/serving.ts'
export type {PartName} from './model/templates.ts'
export type {MoveCheck, MoveCheckName, MoveState} from './move/move-checks.ts'
export {type MoveReport, moveAsMarkdown, moveAsText} from './move/move-report.ts'
export {type ServiceName, type ServiceSettings, serviceNames, usualServices} from './notify/services.ts'
export type {Audience} from './plan/feeds/members-part.ts'
export type {PlannedFeed} from './plan/feeds/plan-feed.ts'
export type {LockChange} from './plan/identity/lock-file.ts'
export {type Plan, type PlanOptions, plan, type TakePlannedFile} from './plan/plan.ts'
export type {NewEpisode, PlanSummary} from './plan/plan-summary.ts'
export type {Manners} from './probe/remote/remote-prober.ts'
export {problemKinds} from './problems/all-problems.ts'
export type {Environment} from './read/show/member-list.ts'
export {checkFeed, type FeedCheck, type FeedCheckOptions} from './rules/check-feed.ts'
export type {FeedFormat, SidecarFormat} from './rules/feed-facts.ts'
export type {FeedProblem} from './rules/findings.ts'
export {type FeedProfile, type FeedRuleKind, feedProfiles} from './rules/rule.ts'
export {dueAsCalendar} from './schedule/calendar.ts'
export {type DueTimes, dueAsCron, dueAsText} from './schedule/due-times.ts'
export type {Medium, RemoteItem} from './tags/podcast/remote-items.ts'
export type {TextPiece} from './text/text-piece.ts'
export type {AlignmentReport} from './transcripts/align/align.ts'
export type {AudioPassage, MovedPassage, TextPassage} from './transcripts/align/align-report.ts'
export type {ConvertOptions} from './transcripts/convert.ts'
export {type AdoptedReport, type AdoptOptions, adoptShow, type LackingShow} from './uses/adopt/adopt-show.ts'
export type {JoinReport} from './uses/adopt/live-identities.ts'
export type {AdoptAnswers} from './uses/adopt/prepare-show.ts'
export {type BuildOptions, type BuildReport, build, type FeedFile} from './uses/build.ts'
export {buildAsMarkdown} from './uses/build-summary.ts'
export {
  type ChapterTarget,
  chapterFormatNames,
  convertChapterFile,
  convertMediaChapters,
  isMediaFile,
} from './uses/chapter-tools.ts'
export {check, checkNetwork} from './uses/check.ts'
export {compare, compareOutput} from './uses/compare.ts'
export {type DeployOptions, type DeployReport, deploy} from './uses/deploy/deploy.ts'
export {type FetchedFeed, type FetchOptions, fetchFeed} from './uses/fetch-feed.ts'
export type {FirstPublication} from './uses/first-publication.ts'
export {type FileFix, findFixes, type WrittenFixes, writeFixes} from './uses/fix-show.ts'
export {hostingText} from './uses/hosting-text.ts'
export type {IdleBuild} from './uses/idle-build.ts'
export {type ImportOptions, type ImportReport, importShow} from './uses/import/import-show.ts'
export type {ImportedFile} from './uses/import/write-episodes.ts'
export type {FileFate} from './uses/import/write-merged.ts'
export {hasShow, type InitOptions, type InitReport, init} from './uses/init/init.ts'
export {type MemberAddress, memberAddresses} from './uses/member-addresses.ts'
export {checkMove, type MoveOptions} from './uses/move/check-move.ts'
export {
  buildNetwork,
  mergeNetwork,
  type NetworkOptions,
  type NetworkReport,
  type Shard,
} from './uses/network/network.ts'
export {isNetwork, type OfShow} from './uses/network/network-shows.ts'
export {type NewEpisodeOptions, type NewEpisodeReport, newEpisode} from './uses/new-episode.ts'
export {nextDue} from './uses/next-due.ts'
export {type NotifiedFeed, type NotifyOptions, notify} from './uses/notify.ts'
export {type Preview, type PreviewChange, type PreviewOptions, preview} from './uses/preview/preview.ts'
export {type MediaProbe, type ProbeOptions, type ProbeReport, probeMedia} from './uses/probe-media.ts'
export {showEpisode} from './uses/show-episode.ts'
export {exportTheme, type ThemeExport, templateNames} from './uses/theme/export-theme.ts'
export {
  type AlignedFile,
  alignTranscriptFiles,
  convertTranscriptFile,
  type NamedBytes,
  transcriptFormatNames,
} from './uses/transcript-tools.ts'
export {version} from './version.ts'
export type {Delivered, DeliveredFeed, DeliveredItem} from './witness/delivered.ts'
