import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 30_000,
    // An output that nobody compared is no expectation: only `vitest -u` writes snapshots.
    update: 'none',
  },
});
