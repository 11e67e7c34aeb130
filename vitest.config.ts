import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'
import {dailyFiles, projectsOf} from './tests/projects.ts'

// Material outside the repository and long runs have commands of their own (CONTRIBUTING.md).
export default defineConfig({
  // For folders that the tests reach by a link (scripts/run-tests.mjs).
  resolve: {preserveSymlinks: true},
  test: {
    globalSetup: 'tests/page-scripts.ts',
    // One more than processors: browsers, servers and clocks are waited for in a sixth of the time. By default one would be kept free.
    maxWorkers: availableParallelism() + 1,
    setupFiles: ['tests/fresh-environment.ts', 'tests/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: projectsOf(dailyFiles),
  },
})
