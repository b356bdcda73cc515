import { AskForm } from '../../../../components/work/AskForm.tsx';
import type { Asking } from '../../../../components/work/AskForm.tsx';
import type { Keeping } from '../../../../components/work/use-fields.ts';
import { listPeople } from '../../../../storage/people.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';

/** The form that asks a colleague, with everybody who could answer: here, or on another computer of the practice. */
export function AskColleague({ session: { db, userId }, ...form }: Keeping & { session: OpenVault; isBusy: boolean; onSave: (asking: Asking) => void; onClose: () => void }) {
  const found = useQuery(async () => (await listPeople(db)).filter(({ id, standing, role }) => id !== userId && standing !== 'left' && role !== 'auditor').map(({ id, name, standing }) => ({ id, name, isElsewhere: standing === 'elsewhere' })), [db, userId]);
  return found.state === 'ready' ? <AskForm people={found.value} {...form} /> : null;
}
