import type { ReactNode } from 'react';
import { OwnPassphrase } from '../../../components/people/OwnPassphrase.tsx';
import { sendCommand } from '../send-command.ts';
import { changePassphrase } from './change-passphrase.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

/** Shows what is behind the lock once whoever signed in has a passphrase of their own; until then only the way to one. */
export function PassphraseGate({ session, children }: { session: OpenVault; children: ReactNode }) {
  const person = useQuery(async () => (await session.db.users.get(session.userId)) ?? null, [session.db, session.userId]);
  if (person.state !== 'ready') return null;
  if (person.value?.firstPassphrase !== 1) return children;
  return (
    <OwnPassphrase name={person.value.name} onLock={() => void sendCommand('vault:lock', {})} onChange={changePassphrase} />
  );
}
