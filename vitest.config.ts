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
    testTimeout: 20_000,
  },
})
