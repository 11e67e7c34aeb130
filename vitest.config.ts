import {defineConfig} from 'vitest/config'
import {dailyFiles, projectsOf} from './tests/projects.ts'

// Material outside the repository and long runs have commands of their own (CONTRIBUTING.md).
export default defineConfig({
  // For folders that the tests reach by a link (scripts/run-tests.mjs).
  resolve: {preserveSymlinks: true},
  // By default a processor is kept free, which is half of a small machine.
  test: {
    maxWorkers: '100%',
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: projectsOf(dailyFiles),
  },
})
