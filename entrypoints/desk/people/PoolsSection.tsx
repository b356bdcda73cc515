import { useState } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { WorkPool } from '../../../rules/domain/person.ts';
import { POOL } from '../../../rules/domain/vocabulary.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** Pools of the practice's own: named, added, and taken away once they are empty. */
export function PoolsSection({ pools }: { pools: readonly WorkPool[] }) {
  const own = pools.filter(({ key }) => key !== POOL);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const save = async (next: readonly WorkPool[]) => {
    const reply = await sendCommand('pools:save', { pools: [...next] });
    setSaid(reply.ok ? '' : reply.error.code === 'has-open-cases' ? 'Cases still wait in that pool. Hand them over first.' : errorWords(reply.error.code));
  };
  return (
    <section aria-labelledby="pools" className="max-w-2xl border-t border-line pt-4">
      <h2 id="pools" className="mb-2 text-lead font-semibold">Pools</h2>
      <p className="mb-2 text-ink-2">Cases that wait until somebody takes them. Everybody sees the general pool; more of them part the work, as by skill.</p>
      <ul className="flex flex-col">
        {own.map((pool) => (
          <li key={pool.key} className="flex items-center justify-between gap-2 border-b border-line py-1">
            <span className="foreign min-w-0 truncate">{pool.name}</span>
            <Button size="small" kind="quiet" aria-label={`Take away the pool ${pool.name}`} onPress={() => void save(own.filter(({ key }) => key !== pool.key))}>Take away</Button>
          </li>
        ))}
      </ul>
      <form
        className="mt-2 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save([...own, { key: `pool-${crypto.randomUUID().slice(0, 8)}`, name: name.trim() }]);
        }}
      >
        <div className="w-64"><TextField label="New pool" value={name} onChange={setName} maxLength={80} /></div>
        <Button type="submit" isDisabled={name.trim() === ''}>Add pool</Button>
      </form>
      <p role="status" className="mt-1 text-over">{said}</p>
    </section>
  );
}
