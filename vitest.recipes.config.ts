import {defineConfig} from 'vitest/config'
import {projectsOf, recipeFiles} from './tests/projects.ts'

// What installs other programs from the network (CONTRIBUTING.md).
export default defineConfig({
  test: {testTimeout: 300_000, hookTimeout: 300_000, projects: projectsOf(recipeFiles)},
})
