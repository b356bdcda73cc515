import type { Client } from '../../rules/domain/client.ts';
import { SelectField } from '../ui/SelectField.tsx';

/** Which client's work this is, before anybody signs in. Nothing where there is one practice. */
export function ClientChoice({ clients, current, onSwitch }: { clients: readonly Client[]; current: string; onSwitch: (id: string) => void }) {
  const here = clients.find(({ database }) => database === current);
  if (clients.length < 2) return null;
  return (
    <div className="mx-auto w-full max-w-sm px-6 pt-6">
      <SelectField label="Client" options={clients.map(({ id, name }) => ({ value: id, label: name }))} value={here?.id ?? null} onChange={(id) => { if (id !== here?.id) onSwitch(id); }} hint="Each client has people and passphrases of its own." />
    </div>
  );
}
