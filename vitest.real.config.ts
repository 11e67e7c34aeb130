import {defineConfig} from 'vitest/config'

// Tests over material that is not part of the repository: shows of other people. Skipped, with a message, without it.
export default defineConfig({
  resolve: {preserveSymlinks: true},
  test: {globalSetup: 'tests/page-scripts.ts', include: ['tests/real/**/*.test.ts'], testTimeout: 600_000},
})
