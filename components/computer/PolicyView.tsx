import type { ReadPolicy } from '../../rules/policy/read-policy.ts';
import { Notice } from '../ui/Notice.tsx';
import { policyPartWords, policyValueWords } from '../words/policy-words.ts';

/** What the organization set for this computer, and line by line what of its policy cannot be used. */
export function PolicyView({ managed: { policy, given, problems } }: { managed: ReadPolicy }) {
  return (
    <div className="flex flex-col gap-3">
      {given.length === 0 && problems.length === 0 && <p className="text-ink-2">Nothing is set by an organization. The practice decides.</p>}
      {given.length > 0 && (
        <>
          <p className="text-ink-2">Set by your organization. It narrows what the practice may decide, and nobody here can change it.</p>
          <dl aria-label="Set by your organization" className="grid max-w-2xl grid-cols-[11rem_1fr] gap-x-3 gap-y-1">
            {given.map((part) => (
              <div key={part} className="contents"><dt className="text-ink-3">{policyPartWords(part)}</dt><dd className="foreign min-w-0">{policyValueWords(policy, part)}</dd></div>
            ))}
          </dl>
        </>
      )}
      {problems.length > 0 && (
        <Notice tone="caution" title={problems.length === 1 ? 'One part of the policy cannot be used' : `${problems.length} parts of the policy cannot be used`}>
          <ul aria-label="Problems of the policy" className="mt-1 flex flex-col gap-1">{problems.map(({ part, says }, at) => <li key={at}><span className="foreign font-medium text-ink">{part}</span>: {says}</li>)}</ul>
        </Notice>
      )}
      <p className="text-small text-ink-3">A part that somebody set and that is not named here never came: Chrome and Edge drop what is misspelt or of the wrong kind before Overturn sees it, and it narrows nothing. For whoever looks after this computer: chrome://policy shows what was dropped.</p>
    </div>
  );
}
