/** Something a browser can do that Overturn makes use of where it is there. */
export type BrowserAbility = 'screen-lock' | 'covered-card' | 'panel-of-a-tab';

const LIMITS: Readonly<Record<BrowserAbility, { lacks: string; so: string }>> = {
  'screen-lock': { lacks: 'It does not tell when the screen is locked.', so: 'Overturn locks after the idle time all the same. When you leave the chair, lock it yourself: Alt+Shift+K.' },
  'covered-card': { lacks: 'It does not tell when a portal page lays something over the review card.', so: 'Look that the whole card is in sight before you press Save in it.' },
  'panel-of-a-tab': { lacks: 'It has no side panel.', so: 'The sidebar does the same work, for every tab of the window.' },
};

/** What this browser lacks, and what that means for the person in front of it. */
export function BrowserLimits({ missing }: { missing: readonly BrowserAbility[] }) {
  if (missing.length === 0) return <p className="text-ink-2">It can do everything that Overturn makes use of.</p>;
  return (
    <ul aria-label="What this browser lacks" className="flex max-w-2xl list-disc flex-col gap-1 pl-5">
      {missing.map((ability) => <li key={ability}>{LIMITS[ability].lacks} <span className="text-ink-2">{LIMITS[ability].so}</span></li>)}
    </ul>
  );
}
