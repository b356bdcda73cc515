import { useEffect, useState } from 'react';
import { ClientChoice } from '../../../components/team/ClientChoice.tsx';
import type { Client } from '../../../rules/domain/client.ts';
import { listClients } from '../../../storage/current-store.ts';
import { TRAINING_DATABASE_NAME } from '../../../storage/database-names.ts';
import { sendCommand } from '../send-command.ts';

/** Which client is in use, and another one instead. Nothing where there is one practice, or in practice mode. */
export function ClientSwitch({ database }: { database: string }) {
  const [clients, setClients] = useState<readonly Client[]>([]);
  useEffect(() => {
    let isGone = false;
    if (database !== TRAINING_DATABASE_NAME) void listClients().then((all) => { if (!isGone) setClients(all); });
    return () => { isGone = true; };
  }, [database]);
  return <ClientChoice clients={clients} current={database} onSwitch={(clientId) => void sendCommand('client:switch', { clientId })} />;
}
