import {defineConfig} from 'vitest/config'
import {longFiles, projectsOf, seriesFiles} from './tests/projects.ts'

export default defineConfig({
  resolve: {preserveSymlinks: true},
  test: {
    maxWorkers: '100%',
    globalSetup: 'tests/page-scripts.ts',
    setupFiles: ['tests/fresh-environment.ts', 'tests/property-seed.ts'],
    env: {CASTWRIGHT_SERIES: process.env.CASTWRIGHT_SERIES ?? 'whole'},
    testTimeout: 300_000,
    hookTimeout: 120_000,
    projects: projectsOf([...new Set([...longFiles, ...seriesFiles])]),
  },
})
