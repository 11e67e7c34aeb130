import {describe, expect, it} from 'vitest'
import * as library from '../src/index.ts'

describe('the library', () => {
  it('exports exactly this', () => {
    expect(Object.keys(library).sort()).toEqual([
      'alignTranscriptFiles',
      'appNames',
      'appViewAsText',
      'build',
      'buildAsMarkdown',
      'changeKinds',
      'changesAsMarkdown',
      'changesAsText',
      'chapterFormatNames',
      'check',
      'checkFeed',
      'compare',
      'convertChapterFile',
      'convertMediaChapters',
      'convertTranscriptFile',
      'countWarnings',
      'deploy',
      'dueAsCalendar',
      'dueAsCron',
      'dueAsText',
      'feedProfiles',
      'hasErrors',
      'hasShow',
      'hostNames',
      'hostingText',
      'hurtsListeners',
      'init',
      'initHosts',
      'newEpisode',
      'nextDue',
      'notify',
      'plan',
      'probeMedia',
      'problemKinds',
      'serviceNames',
      'showEpisode',
      'transcriptFormatNames',
      'usualServices',
      'version',
    ])
  })
})
