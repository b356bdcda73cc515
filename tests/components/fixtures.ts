import type { ReactNode } from 'react';
import { callFixtures } from './fixtures/call.tsx';
import { denialFixtures } from './fixtures/denial.tsx';
import { evidenceFixtures } from './fixtures/evidence.tsx';
import { pageFixtures } from './fixtures/pages.tsx';
import { partFixtures } from './fixtures/parts.tsx';
import { queueFixtures } from './fixtures/queue.tsx';
import { workFixtures } from './fixtures/work.tsx';

const bySubject = { queue: queueFixtures, case: denialFixtures, call: callFixtures, evidence: evidenceFixtures, page: pageFixtures, work: workFixtures, part: partFixtures };

/** All states by `subject/state`. */
export const fixtures: Readonly<Record<string, () => ReactNode>> = Object.fromEntries(
  Object.entries(bySubject).flatMap(([subject, states]) => Object.entries(states).map(([state, draw]) => [`${subject}/${state}`, draw])),
);
