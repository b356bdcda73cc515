/** Firefox: under a policy, then a biller's morning. One browser after the other; exits with 1 where anything was not so. */
await import('./policy.ts');
await import('./stories.ts');
