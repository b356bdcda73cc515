import { useState } from 'react';
import { Sparkles, TrendingUp, Waypoints } from 'lucide-react';
import type { Pattern, PatternsFound } from '../../rules/prevention/patterns.ts';
import type { Dimension } from '../../rules/numbers/dimensions.ts';
import { chanceWords, filterWords, kindWords, patternWords } from '../words/prevention-words.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';

const icons = { new: Sparkles, rising: TrendingUp, spreading: Waypoints } as const;

/** What Overturn found by itself: each with what it is held against, who answers for it, and what can be done with it. */
export function PatternList({ found, aside, nameOf, ownerOf, mayWork, onLog, onChange, onAside, onClaims }: {
  found: PatternsFound; aside: number; nameOf: (dimension: Dimension, value: string) => string; ownerOf: (category: string) => string | null; mayWork: boolean;
  onLog: (pattern: Pattern) => void; onChange: (pattern: Pattern) => void; onAside: (pattern: Pattern, reason: string) => void; onClaims: (pattern: Pattern) => void;
}) {
  const [putting, setPutting] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">The denials of the last 4 weeks, held against the half year before. {found.looked === 0 ? 'There is not enough yet to look for patterns.' : `${found.looked} combinations of payer, reason, code, provider, location and service were looked at. Of what is shown, at most 1 in 20 should be chance; nothing is called of fewer than 5 claims.`}</p>
      {found.patterns.length === 0 && found.looked > 0 && <Notice title="Nothing stands out">{`${found.recentClaims} denials in the last 4 weeks, spread as the ${found.baseClaims} before them.`}</Notice>}
      {aside > 0 && <p className="text-small text-ink-2">{aside} put aside. {aside === 1 ? 'It comes' : 'They come'} back when {aside === 1 ? 'it has' : 'they have'} grown by half.</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {found.patterns.map((pattern) => {
          const Icon = icons[pattern.kind];
          const category = pattern.filter.reason;
          return (
            <li key={pattern.key} className="flex break-inside-avoid flex-col gap-1.5 rounded-lg border border-line bg-raised p-3">
              <div className="flex flex-wrap items-center gap-2"><Chip icon={<Icon aria-hidden className="size-3.5" />}>{kindWords[pattern.kind]}</Chip><h2 className="foreign m-0 text-body font-semibold">{filterWords(pattern.filter, nameOf)}</h2></div>
              <p>{patternWords(pattern, nameOf)} <span className="text-ink-2">By chance: {chanceWords(pattern.chance)}.{category !== undefined && ` Answers for it: ${ownerOf(category) ?? 'nobody yet'}.`}</span></p>
              <div className="flex flex-wrap items-end gap-2 print:hidden">
                <Button size="small" onPress={() => onClaims(pattern)}>Show the claims</Button>
                {mayWork && <Button size="small" onPress={() => onLog(pattern)}>Write into the log</Button>}
                {mayWork && <Button size="small" onPress={() => onChange(pattern)}>Start a change</Button>}
                {mayWork && <Button size="small" kind="quiet" onPress={() => { setPutting(putting === pattern.key ? null : pattern.key); setReason(''); }}>Put aside</Button>}
              </div>
              {putting === pattern.key && (
                <form className="flex flex-wrap items-end gap-2" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') { onAside(pattern, reason); setPutting(null); } }}>
                  <div className="w-96"><TextField label="Why it needs nothing" value={reason} onChange={setReason} autoFocus /></div>
                  <Button type="submit" isDisabled={reason.trim() === ''}>Put aside</Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
