import {defineConfig} from 'vitest/config'
import {projectsOf, recipeFiles} from './tests/projects.ts'

// What installs other programs from the network (CONTRIBUTING.md).
export default defineConfig({
  // One file at a time: each makes the package, in the same folder.
  test: {maxWorkers: 1, testTimeout: 300_000, hookTimeout: 300_000, projects: projectsOf(recipeFiles)},
})
