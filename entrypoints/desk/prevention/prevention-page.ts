import type { Choices } from '../../../components/prevention/LogForm.tsx';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import type { PatternsFound } from '../../../rules/prevention/patterns.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import type { NumbersView } from '../numbers/use-numbers.ts';
import type { Edited } from './use-edited.ts';
import type { Records } from './use-records.ts';

/** What the tabs of the prevention page share. */
export type PreventionPage = {
  session: OpenVault; view: NumbersView; records: Records; today: DayNumber; mayWork: boolean; choices: Choices;
  /** Counts below this are not named where a list leaves the desk. */
  smallCell: number;
  nameOf: (dimension: Dimension, value: string) => string;
  /** The name of an owner; what is said where there is none. */
  personOf: (id: string | null) => string;
  /** Who answers for a reason, by its category. */
  owners: ReadonlyMap<string, string>;
  /** Patterns without those put aside, and how many are. */
  found: PatternsFound; aside: number;
  log: Edited<'log'>; change: Edited<'change'>; check: Edited<'check'>;
};
