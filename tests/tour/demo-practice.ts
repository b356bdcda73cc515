import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { ContractWindow, PracticePayer } from '../../rules/domain/practice.ts';
import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import { DEMO_PAYERS, PRACTICE } from '../portals/demo-claims.ts';
import type { DemoPayerId } from '../portals/demo-claims.ts';

/** Said in the terminal when the demo starts; guards invented data only. */
export const DEMO_PASSPHRASE = 'nine calm otters file on time';
export const DEMO_USER = 'Rosa Imbert';

const LINES: Partial<Record<DemoPayerId, LineOfBusiness>> = { 'tallgrass-medicaid': 'medicaid', 'heartland-mac': 'medicare-ffs', 'summit-ridge': 'medicare-advantage', granite: 'commercial' };

/** What the invented contracts say. Two payers have none, so that the honest lack of a date can be seen too. */
const DAYS: Partial<Record<DemoPayerId, number>> = {
  'cedar-valley': 90, harborlight: 180, 'prairie-mutual': 60, 'meridian-united': 365, bluewater: 120, northgate: 90, lakeshore: 180, granite: 60, 'tallgrass-medicaid': 60,
};

function windows(id: DemoPayerId): ContractWindow[] {
  const value = DAYS[id];
  return value === undefined ? [] : [{ action: 'appeal-level-1', value, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Provider agreement, section 4.2' }];
}

export const demoPayers: PracticePayer[] = DEMO_PAYERS.map(({ id, name, address }) => ({
  key: payerKeyOf(name), name, libraryPayer: id === 'heartland-mac' ? 'Medicare (Original / fee-for-service)' : null, lineOfBusiness: LINES[id] ?? 'commercial', state: address[2], network: 'in', aliases: [], contractWindows: windows(id),
}));

/** The demo practice: invented people, invented payers, the portals of `tests/portals`. */
export function demoPractice(): CommandRequest<'practice:create'> {
  return { userName: DEMO_USER, practiceName: PRACTICE.name, passphrase: DEMO_PASSPHRASE, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, portals: [], payers: demoPayers };
}
