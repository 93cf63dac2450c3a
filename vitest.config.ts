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
    // Otherwise style sheets are empty, also those that are read as text.
    css: { include: /katex/ },
    testTimeout: 20_000,
  },
})
