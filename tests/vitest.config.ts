import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const shared = { environment: 'node', testTimeout: 30_000 } as const;

/**
 * Pure rules and small logic, in Node. What needs a browser is tested with Playwright on the built extension.
 * The rules hold no state, so their files may share a worker and what it has loaded; whatever keeps a database gets one of its own.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { ...shared, name: 'rules', include: ['tests/rules/**/*.test.ts'], isolate: false } },
      { root, test: { ...shared, name: 'rest', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: ['tests/e2e/**', 'tests/rules/**', 'node_modules/**'], setupFiles: ['fake-indexeddb/auto'] } },
    ],
  },
});
