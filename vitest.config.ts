import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Material outside the repository and long runs have commands of their own (CONTRIBUTING.md).
    exclude: ['tests/real/**', 'tests/bench/**'],
    testTimeout: 30_000,
  },
})
