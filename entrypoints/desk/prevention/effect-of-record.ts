import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { effectOf } from '../../../rules/prevention/change-effect.ts';
import type { ChangeEffect } from '../../../rules/prevention/change-effect.ts';
import type { RecordOf } from '../../../rules/prevention/prevention-record.ts';

/** What came of a change as it is written down. */
export function effectOfRecord(rows: readonly DenialRow[], { filter, startOn, reviewOn, followed, payerRuleMoved }: RecordOf<'change'>, today: DayNumber): ChangeEffect {
  return effectOf(rows, { filter, startDay: isoToDayNumber(startOn), reviewDay: isoToDayNumber(reviewOn), followed, payerRuleMoved }, today);
}
