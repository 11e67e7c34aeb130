/** The day on which these pins were last written: `scripts/update-actions.mjs` asks the actions for their newest releases. */
export const pinnedOn = '2026-11-26'

/** Actions by commit: a tag can be moved to other code, a commit cannot. Written by `scripts/update-actions.mjs`. */
export const actions = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  setupNode: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  cache: 'actions/cache@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4',
  cacheRestore: 'actions/cache/restore@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4',
  cacheSave: 'actions/cache/save@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4',
  uploadArtifact: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
  downloadArtifact: 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0',
  uploadPages: 'actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0',
  deployPages: 'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5',
} as const
