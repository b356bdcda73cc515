import { defineConfig } from '@playwright/test';

/** One spec per user story, on the built extension. No retries: what flakes is broken. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: process.env['OVERTURN_REPORT'] === undefined ? 'list' : [['list'], ['json', { outputFile: process.env['OVERTURN_REPORT'] }]],
});
