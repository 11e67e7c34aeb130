import {chapterProblems} from '../chapters/chapter-problems.ts'
import {checkProblems} from '../checks/check-problems.ts'
import {lockProblems, publishedProblems} from '../lock/lock-problems.ts'
import type {ProblemKind} from '../model/problem-kind.ts'
import {planProblems} from '../plan/feeds/plan-problems.ts'
import {identityProblems} from '../plan/identity/identity-problems.ts'
import {imageProblems} from '../probe/images/image-problems.ts'
import {probeProblems} from '../probe/probe-problems.ts'
import {remoteProblems} from '../probe/remote/remote-problems.ts'
import {dataProblems} from '../read/data/data-problems.ts'
import {episodeProblems} from '../read/episode/episode-problems.ts'
import {fieldProblems} from '../read/fields/field-problems.ts'
import {fileProblems} from '../read/files/file-problems.ts'
import {showProblems} from '../read/show/show-problems.ts'
import {feedProblems} from '../render/feeds/feed-problems.ts'
import {notesProblems} from '../render/notes/notes-problems.ts'
import {renderProblems} from '../render/render-problems.ts'
import {ruleTables} from '../rules/all-rules.ts'
import type {FeedRuleKind} from '../rules/rule.ts'
import {sourceProblems} from '../sources/source-problems.ts'
import {themeProblems} from '../theme/theme-problems.ts'
import {alignmentProblems} from '../transcripts/align/alignment-problems.ts'
import {formatProblems} from '../transcripts/formats/format-problems.ts'
import {interviewProblems} from '../transcripts/interview/interview-problems.ts'
import {markdownProblems} from '../transcripts/markdown/markdown-problems.ts'
import {speakerProblems} from '../transcripts/speakers/speaker-problems.ts'
import {transcriptProblems} from '../transcripts/transcript-problems.ts'
import {adoptProblems} from '../uses/adopt/adopt-problems.ts'
import {enrichProblems} from '../uses/import/enrich/enrich-problems.ts'
import {importProblems} from '../uses/import/import-problems.ts'
import {useProblems} from '../uses/use-problems.ts'
import {writeProblems} from '../write/write-problems.ts'

/** The problems of every room, under what the room is about, in the order of the pipeline; then the rules for feeds. */
export const problemTables = {
  'Files and front matter': dataProblems,
  'Fields and their values': fieldProblems,
  'Which files are used': fileProblems,
  Episodes: episodeProblems,
  'The show': showProblems,
  'Media files': probeProblems,
  Pictures: imageProblems,
  'Media on servers': remoteProblems,
  'Transcript files': formatProblems,
  Transcripts: transcriptProblems,
  Speakers: speakerProblems,
  'Transcripts in Markdown': markdownProblems,
  'Interview articles': interviewProblems,
  'Texts laid over captions': alignmentProblems,
  Chapters: chapterProblems,
  Notes: notesProblems,
  'The theme, and pages of your own': themeProblems,
  'What is published of an episode or a show': renderProblems,
  'What is in our feeds': feedProblems,
  'Our feeds as files': planProblems,
  'The whole show, seen together': checkProblems,
  'What subscribers would notice': publishedProblems,
  'Who an episode is': identityProblems,
  'The lock': lockProblems,
  'The output folder': writeProblems,
  'Shows that come from elsewhere': sourceProblems,
  Imports: importProblems,
  'Copies of a feed': enrichProblems,
  'Repositories that become shows': adoptProblems,
  'Commands and their surroundings': useProblems,
  ...ruleTables,
} as const satisfies Readonly<Record<string, Readonly<Record<string, ProblemKind>>>>

type Tables = typeof problemTables
type CodeOfTable = {readonly [Title in keyof Tables]: keyof Tables[Title]}[keyof Tables]

declare module '../model/problem.ts' {
  interface ProblemTables {
    readonly all: CodeOfTable
  }
}

/** Every problem by its code, which is permanent. A rule for feeds says in addition who insists on it, and where it is written. */
export const problemKinds: Readonly<Record<CodeOfTable, ProblemKind | FeedRuleKind>> = Object.assign(
  {},
  ...Object.values(problemTables),
)
