import { defineConfig } from '@playwright/test';

/**
 * One spec per user story, on the built extension. A story that fails is run once more, so that one slow moment of a busy machine
 * does not hide what the other stories say; whoever passed only then is named as flaky, and is to be mended.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 1,
  reporter: process.env['OVERTURN_REPORT'] === undefined ? 'list' : [['list'], ['json', { outputFile: process.env['OVERTURN_REPORT'] }]],
});
