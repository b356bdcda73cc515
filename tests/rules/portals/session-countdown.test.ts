import { expect, test } from 'vitest';
import { sessionCountdown } from '../../../rules/portals/session-countdown.ts';

test.each([
  ['Are you still there? For the privacy of our members your session ends in 60 seconds. Stay signed in', 60],
  ['Session Timeout Warning Your session will expire in 1:30. Click Continue to remain logged in.', 90],
  ['You will be signed out in 2 minutes and 5 seconds due to inactivity.', 125],
  ['Your session is about to expire. Do you want to continue?', null],
  ['For your security we will log you off in 45 secs', 45],
  ['Due to inactivity you will be logged out soon.', null],
])('a portal that counts down: %s', (text, seconds) => {
  expect(sessionCountdown(text)).toEqual({ seconds });
});

test.each([
  'Your session has expired. Please sign in again.',
  'You have been logged out due to inactivity.',
  'Claim denied: therapy session limit reached for this benefit period.',
  'Authorization ends in 30 days',
  'Appeal window: 60 days from the remittance. Sign the form and fax it out.',
  'Group session, 45 minutes, billed 04/07/2026',
])('is not seen where there is none: %s', (text) => {
  expect(sessionCountdown(text)).toBeNull();
});
