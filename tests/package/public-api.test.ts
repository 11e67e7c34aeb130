import {describe, expect, it} from 'vitest'
import {exportedDeclarations} from '../../scripts/docs/api-declarations.mjs'
import * as library from '../../src/index.ts'

describe('the library', () => {
  it('exports exactly this', () => {
    expect(Object.keys(library).sort()).toEqual([
      'adoptShow',
      'alignTranscriptFiles',
      'appNames',
      'appViewAsText',
      'build',
      'buildAsMarkdown',
      'buildNetwork',
      'changeKinds',
      'changesAsMarkdown',
      'changesAsText',
      'chapterFormatNames',
      'check',
      'checkFeed',
      'checkMove',
      'checkNetwork',
      'compare',
      'compareOutput',
      'convertChapterFile',
      'convertMediaChapters',
      'convertTranscriptFile',
      'countWarnings',
      'deploy',
      'dueAsCalendar',
      'dueAsCron',
      'dueAsText',
      'exportTheme',
      'feedKinds',
      'feedProfiles',
      'fetchFeed',
      'findFixes',
      'hasErrors',
      'hasShow',
      'hostNames',
      'hostingText',
      'hurtsListeners',
      'importShow',
      'init',
      'initHosts',
      'isMediaFile',
      'isNetwork',
      'memberAddresses',
      'mergeNetwork',
      'moveAsMarkdown',
      'moveAsText',
      'newEpisode',
      'nextDue',
      'notify',
      'plan',
      'preview',
      'probeMedia',
      'problemKinds',
      'serviceNames',
      'showEpisode',
      'templateNames',
      'transcriptFormatNames',
      'usualServices',
      'version',
      'writeFixes',
    ])
  })

  const declarations = exportedDeclarations()

  it('exports every type that its declarations name, but for values of the inside', () => {
    const exported = new Set(declarations.map(({name}) => name))
    const hidden = new Set(declarations.flatMap(({names}) => names).filter((name) => !exported.has(name)))
    // What stages pass to each other may change with any version; the rest are lists, of which the names are exported.
    expect([...hidden].sort()).toEqual([
      'App',
      'ByFormat',
      'Change',
      'Channel',
      'Chapter',
      'CodeOfTable',
      'Engine',
      'EpisodeResult',
      'ExamplePlace',
      'FeedItem',
      'FileKind',
      'Limit',
      'Passages',
      'PlannedLock',
      'ProblemTables',
      'Show',
      'SourceShow',
      'StagedContent',
      'Taken',
      'apps',
      'hostAutomations',
      'mediums',
      'partNames',
      'ranks',
    ])
  })

  it('has a comment at every declaration', () => {
    expect(declarations.filter(({comment}) => comment === '').map(({name}) => name)).toEqual([])
  })
})
