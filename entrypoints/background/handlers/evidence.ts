import { evidenceChecked, evidencePrinted, revealEvidence } from '../../../storage/evidence/evidence-trail.ts';
import { exportEvidence } from '../../../storage/evidence/export-evidence.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Evidence that leaves the store or is shown in full: each with its row of the trail. */
export const evidenceHandlers: Pick<Handlers, 'evidence:export' | 'evidence:reveal' | 'evidence:printed' | 'evidence:checked'> = {
  'evidence:export': async (request) => exportEvidence(await needWriteContext(), request),
  'evidence:reveal': async (request) => revealEvidence(await needWriteContext(), request),
  'evidence:printed': async (request) => evidencePrinted(await needWriteContext(), request),
  'evidence:checked': async (request) => evidenceChecked(await needWriteContext(), request),
};
