import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'tests/unit/**/*.test.ts',
      'tests/unit/**/*.test.tsx',
      'tests/contract/**/*.test.ts',
      'tests/faults/**/*.test.ts',
    ],
    setupFiles: ['tests/support/setup-leak-tracker.ts', 'tests/support/setup-property-seed.ts'],
    environment: 'node',
    // Starting a worker for each file takes nearly as long as the tests: files share one, and leave nothing behind in it.
    isolate: false,
    // It leaves one core idle otherwise, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Otherwise style sheets are empty, also those that are read as text.
    css: { include: /katex/ },
    testTimeout: 20_000,
  },
})
