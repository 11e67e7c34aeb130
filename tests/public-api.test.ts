import {describe, expect, it} from 'vitest'
import * as library from '../src/index.ts'

describe('the library', () => {
  it('exports exactly this', () => {
    expect(Object.keys(library).sort()).toEqual([
      'alignTranscriptFiles',
      'build',
      'chapterFormatNames',
      'check',
      'checkFeed',
      'convertChapterFile',
      'convertMediaChapters',
      'convertTranscriptFile',
      'feedProfiles',
      'plan',
      'problemKinds',
      'transcriptFormatNames',
      'version',
    ])
  })
})
