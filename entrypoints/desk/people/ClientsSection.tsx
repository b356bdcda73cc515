import { useEffect, useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { Client } from '../../../rules/domain/client.ts';
import { listClients } from '../../../storage/current-store.ts';
import { readPracticeProfile } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** Clients of a billing company: listed where there are several, and otherwise out of the way. A lead adds one. */
export function ClientsSection({ session, isLead }: { session: OpenVault; isLead: boolean }) {
  const { db } = session;
  const [clients, setClients] = useState<readonly Client[]>([]);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const practice = useQuery(async () => (await readPracticeProfile(db))?.name ?? '', [db]);
  useEffect(() => {
    let isGone = false;
    void listClients().then((all) => { if (!isGone) setClients(all); });
    return () => { isGone = true; };
  }, [said]);
  const ownName = practice.state === 'ready' ? practice.value : '';
  const isSeveral = clients.length > 1;
  if (!isLead && !isSeveral) return null;
  const add = async () => {
    const reply = await sendCommand('client:add', { name: name.trim(), ownName: ownName.trim() || 'This practice' });
    setSaid(reply.ok ? `${name.trim()} was added. Switch to it to set it up.` : reply.error.code === 'name-taken' ? 'A client here has this name already. Choose another name.' : errorWords(reply.error.code));
    if (reply.ok) setName('');
  };
  const body = (
    <div className="flex max-w-2xl flex-col gap-2">
      <p className="text-ink-2">For billing companies. Each client is a practice of its own on this computer: own cases, people, passphrases, rules, trail and backups, under a key of its own. Nothing crosses from one to another, and whoever has no passphrase there sees nothing of it. Dates of all of them count into the number on the button.</p>
      {isSeveral && (
        <ul className="flex flex-col">
          {clients.map((client) => (
            <li key={client.id} className="flex items-center justify-between gap-2 border-b border-line py-1">
              <span className="foreign min-w-0 wrap-anywhere">{client.name}</span>
              {client.database === db.name ? <span className="text-ink-3">in use</span> : <Button size="small" kind="quiet" aria-label={`Switch to ${client.name}`} onPress={() => void sendCommand('client:switch', { clientId: client.id })}>Switch</Button>}
            </li>
          ))}
        </ul>
      )}
      {isLead && (
        <form
          noValidate className="flex max-w-md flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void add();
          }}
        >
          <div className="min-w-48 flex-1"><TextField label="New client" value={name} onChange={setName} maxLength={120} /></div>
          <Button type="submit" isDisabled={name.trim() === ''}>Add client</Button>
        </form>
      )}
      <p role="status" className="text-ink-2">{said}</p>
    </div>
  );
  return (
    <section aria-labelledby="clients" className="max-w-2xl border-t border-line pt-4">
      {isSeveral ? <><h2 id="clients" className="mb-2 text-lead font-semibold">Clients</h2>{body}</> : <><h2 id="clients" className="sr-only">Clients</h2><Disclosure title="Several clients">{body}</Disclosure></>}
    </section>
  );
}
