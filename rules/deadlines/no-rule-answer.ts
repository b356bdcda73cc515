import type { DeadlineAction } from '../payers/payer-rule.ts';
import type { DeadlineAnswer } from './deadline-answer.ts';
import type { DeadlineQuery } from './deadline-query.ts';
import { exclusionOf } from '../payers/rule-library.ts';
import type { Candidate, KeptOut, Selection } from './select-rules.ts';

/** The window of a rule as a person says it: "180 calendar days", "12 months (retroactive entitlement)". */
export function windowInWords({ entry: { rule: { limit, actionName } } }: Candidate): string {
  const unit = limit.unit.replaceAll('-', ' ');
  return `${limit.value} ${limit.value === 1 ? unit.replace(/s$/u, '') : unit}${actionName === undefined ? '' : ` (${actionName})`}`;
}

/** Conditions of a rule as words: "network is out and claimType is institutional". */
export function conditionsInWords(candidate: Candidate): string {
  return Object.entries(candidate.entry.rule.appliesWhen ?? {})
    .map(([name, value]) => `${name} is ${Array.isArray(value) ? value.join(' or ') : String(value)}`).join(' and ');
}

/** A step another rule of the same payer can date, with the payer's own name for it. */
type OtherStep = { action: DeadlineAction; name: string | null };

/** What the library can date for this payer and party instead, in its own order of steps; rules of low confidence date nothing. */
function otherSteps(selection: Selection, query: DeadlineQuery): OtherStep[] {
  const steps = new Map<DeadlineAction, OtherStep>();
  for (const payer of selection.match.payers) {
    for (const { rule } of payer.rules) {
      const isSpokenOf = rule.lineOfBusiness === query.lineOfBusiness || (payer.profile.alsoLinesOfBusiness ?? []).includes(query.lineOfBusiness);
      if (!isSpokenOf || rule.action === query.action || rule.party !== query.party || rule.confidence === 'low' || rule.role === 'cap') continue;
      if (selection.state !== null && rule.state !== undefined && rule.state !== selection.state) continue;
      const before = steps.get(rule.action);
      if (before === undefined || before.name === null) steps.set(rule.action, { action: rule.action, name: rule.actionName ?? null });
    }
  }
  return [...steps.values()];
}

const named = ({ action, name }: OtherStep): string => (name === null ? action : `${action} (${name})`);

/** The first word of a step, as payers name steps: "reconsideration", "reopening". */
const stem = (action: DeadlineAction): string => action.split('-')[0] ?? action;

/** Points to the steps that exist: first the one the payer itself calls by the name asked for. */
function pointer(steps: readonly OtherStep[], action: DeadlineAction): string {
  if (steps.length === 0) return '';
  const sameName = steps.filter(({ name }) => name?.toLowerCase().includes(stem(action)) === true && !action.startsWith('appeal'));
  const calls = sameName.map((step) => `What this payer calls "${step.name ?? ''}" is ${step.action} here.`);
  return [...calls, `The library has for this payer: ${steps.map(named).join(', ')}.`].join(' ');
}

const because = (kept: readonly KeptOut[], reason: KeptOut['because']): boolean => kept.some((entry) => entry.because === reason);

/** The answer where no rule gives a date: which rules were kept out and why, and what could be asked instead. */
export function unknownRule(selection: Selection, query: DeadlineQuery): DeadlineAnswer {
  const order = ['party', 'state', 'own-text', 'scope', 'conditions', 'effective-range', 'cap'];
  const kept = [...selection.kept].sort((left, right) => order.indexOf(left.because) - order.indexOf(right.because));
  const parties = [...new Set(kept.filter((entry) => entry.because === 'party').map((entry) => entry.rule.party))];
  const reasons = [
    parties.length > 0 ? `the rules found are for another party (${parties.join(', ')}), not for the ${query.party}` : '',
    because(kept, 'state') ? 'the rules found hold in other states' : '',
    ...kept.filter((entry) => entry.because === 'own-text').map((entry) => exclusionOf(entry.rule.id)?.why ?? ''),
    ...kept.filter((entry) => entry.because === 'scope').map((entry) => `a rule found is for: ${entry.rule.scope ?? ''}, and the provider is ${query.facts.network === 'in' ? 'in' : 'outside'} the network`),
    because(kept, 'effective-range') ? 'the rules found were not in force on that date' : '',
    because(kept, 'conditions') ? 'the facts do not meet the conditions of the rules found' : '',
    because(kept, 'cap') ? 'the federal outer limit only bounds what states may set' : '',
  ].filter((reason) => reason !== '');
  const steps = otherSteps(selection, query);
  const ofMember = query.party === 'provider' ? selection.memberRights : [];
  const why = reasons.length > 0 ? `No rule gives a date: ${reasons.join('; ')}.` : 'The library has no rule for this payer, line of business and step.';
  const hint = [ofMember.length > 0 ? `The law gives this right to the member (${ofMember.map(({ id }) => id).join(', ')}): with the member's consent, ask with party "member".` : '', pointer(steps, query.action)].filter((part) => part !== '').join(' ');
  return {
    unknown: 'rule', candidates: [...new Set([...kept.map((entry) => entry.rule.id), ...ofMember.map(({ id }) => id)])],
    why, ...(hint === '' ? {} : { hint }),
    ...(steps.length > 0 ? { instead: steps.map(({ action }) => action) } : {}),
  };
}

/** The answer where only rules apply that one more fact decides between: the fact, and what hangs on it. */
export function openQuestion(open: readonly Candidate[], selection: Selection, query: DeadlineQuery): DeadlineAnswer {
  const choices = [...new Set(open.map((candidate) => `${candidate.entry.rule.id} where ${conditionsInWords(candidate)}`))];
  const other = query.action === 'corrected-claim' ? pointer(otherSteps(selection, query), query.action) : '';
  return {
    needs: [...new Set(open.flatMap((candidate) => candidate.openFacts))],
    hint: `Which rule holds depends on it: ${choices.join('; ')}.${other === '' ? '' : ` If it is none of these: ${other}`}`,
  };
}
