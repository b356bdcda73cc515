import { useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { CaseState, NextAction } from '../../rules/domain/vocabulary.ts';
import { CASE_STATES } from '../../rules/domain/vocabulary.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { DateField } from '../ui/DateField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { caseStateWords, nextActionOptions } from '../words/case-words.ts';
import { isKnownDay, isoOfDay, weekdayDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isOneOf, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type Plan = { state: CaseState; nextAction: NextAction; followUpOn: string | null };
const states = CASE_STATES.filter((state) => state !== 'resolved').map((value) => ({ value, label: caseStateWords(value) }));

const wordOfAction = (action: string): string => nextActionOptions.find(({ value }) => value === action)?.label ?? action;

/** What is done next, when it is looked at again, and where the work stands. */
export function PlanForm({ item, today, isBusy, onSave, onClose, ...keeping }: Keeping & { item: QueueItem; today: DayNumber; isBusy: boolean; onSave: (plan: Plan) => void; onClose: () => void }) {
  const [plan, set] = useFields<Plan>({
    state: CASE_STATES.find((state) => state === item.state) ?? 'working', nextAction: nextActionOptions.find((one) => one.value === item.nextAction)?.value ?? 'review',
    followUpOn: isKnownDay(item.followUpDay) ? isoOfDay(item.followUpDay) : null,
  }, { state: isOneOf(states), nextAction: isOneOf(nextActionOptions), followUpOn: isDayOrNone }, keeping);
  const [opened] = useState({ nextAction: item.nextAction, followUpDay: item.followUpDay, state: item.state });
  const isPlannedMeanwhile = opened.nextAction !== item.nextAction || opened.followUpDay !== item.followUpDay || opened.state !== item.state;
  // Every open case has a day: where no clock gives one, a person does.
  const needsDay = plan.followUpOn === null && !isKnownDay(item.safeDay);
  return (
    <DialogForm title="Plan next step" save="Save plan" isReady={!needsDay} isBusy={isBusy} onSave={() => onSave(plan)} onClose={onClose}>
      {isPlannedMeanwhile && (
        <Notice tone="caution" title="Planned meanwhile, in another window or by a colleague">
          {`${wordOfAction(item.nextAction)}, ${isKnownDay(item.followUpDay) ? weekdayDay(item.followUpDay) : 'no day'}, ${caseStateWords(item.state)}. Saving puts yours in its place; the timeline keeps both.`}
        </Notice>
      )}
      <SelectField label="Next" options={nextActionOptions} value={plan.nextAction} onChange={(nextAction) => set({ nextAction })} autoFocus />
      <DateField label="Follow up on" value={plan.followUpOn} onChange={(followUpOn) => set({ followUpOn })} today={today} {...(needsDay ? { error: 'No clock gives this case a day: say when to look again.' } : plan.followUpOn === null ? { hint: 'Empty: its first clock says when.' } : {})} />
      <SelectField label="State" options={states} value={plan.state} onChange={(state) => set({ state })} />
    </DialogForm>
  );
}
