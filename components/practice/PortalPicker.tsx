import type { TermsMode } from '../../rules/reading/reading.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Chip } from '../ui/Chip.tsx';
import { portalModeHint, portalModeWords } from '../words/portal-mode-words.ts';

export type PortalChoice = { id: string; name: string; mode: TermsMode };

/** Which portals the practice signs in to, each with what Overturn may do there. Choosing asks for no permission yet. */
export function PortalPicker({ portals, chosen, onChange }: { portals: readonly PortalChoice[]; chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  return (
    <ul className="grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
      {portals.map((portal) => (
        <li key={portal.id} className="flex min-h-8 items-center justify-between gap-2">
          <Checkbox isSelected={chosen.includes(portal.id)} onChange={(on) => onChange(on ? [...chosen, portal.id] : chosen.filter((id) => id !== portal.id))}>{portal.name}</Checkbox>
          <span title={portalModeHint(portal.mode)}><Chip tone={portal.mode === 'hands-off' ? 'soon' : 'plain'}>{portalModeWords(portal.mode)}</Chip></span>
        </li>
      ))}
    </ul>
  );
}
