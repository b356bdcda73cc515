import { useState } from 'react';
import { AppealRows } from '../../components/appeals/AppealRows.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { SelectField } from '../../components/ui/SelectField.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { levelWords } from '../../components/words/appeal-words.ts';
import { errorWords } from '../../components/words/error-words.ts';
import { APPEAL_LEVELS, DECIDED_STATES } from '../../rules/domain/appeal.ts';
import type { AppealLevel } from '../../rules/domain/appeal.ts';
import { appealItems, MOST_SHOWN } from '../../storage/appeals/appeal-list.ts';
import type { AppealItem } from '../../storage/appeals/appeal-list.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { openAppeal, useAppealId } from './appeals/appeal-address.ts';
import { BatchPane } from './appeals/BatchPane.tsx';
import { PacketPage } from './appeals/PacketPage.tsx';
import { TemplatesPane } from './appeals/TemplatesPane.tsx';

const groups = [
  { value: 'open', label: 'All open' }, { value: 'preparing', label: 'To prepare' }, { value: 'check', label: 'To check' }, { value: 'ready', label: 'To send' }, { value: 'payer', label: 'With the payer' }, { value: 'decided', label: 'Decided' }, { value: 'closed', label: 'Closed' },
] as const;
type Group = (typeof groups)[number]['value'];

function isIn(group: Group, { state }: AppealItem): boolean {
  switch (group) {
    case 'preparing': return state === 'draft';
    case 'check': return state === 'in-review';
    case 'ready': return state === 'ready';
    case 'payer': return ['sent', 'receipt-confirmed', 'in-payer-review', 'external-review', 'information-requested'].includes(state);
    case 'decided': return DECIDED_STATES.includes(state);
    case 'open': case 'closed': return true;
  }
}

/** Every appeal of the practice, by where it stands; one of them as its packet; batches and the texts of letters. */
export function AppealsPane({ session }: { session: OpenVault }) {
  const id = useAppealId();
  const [message, setMessage] = useState<StatusMessage | null>(null);
  return (
    <div className="flex flex-col gap-3">
      {id === null ? <AppealsList session={session} onMessage={setMessage} /> : <PacketPage key={id} session={session} appealId={id} onMessage={setMessage} />}
      <StatusLine message={message} />
    </div>
  );
}

const levels = [{ value: 'any' as const, label: 'Any level' }, ...APPEAL_LEVELS.map((value) => ({ value, label: levelWords(value) }))];

function AppealsList({ session, onMessage }: { session: OpenVault; onMessage: (message: StatusMessage) => void }) {
  const { db, vault } = session;
  const today = useToday();
  const [group, setGroup] = useState<Group>('open');
  const [level, setLevel] = useState<AppealLevel | 'any'>('any');
  const [part, setPart] = useState<'list' | 'batch' | 'texts'>('list');
  const isOpen = group !== 'closed';
  const answer = useQuery(() => appealItems(db, vault, { open: isOpen }), [db, vault, isOpen]);
  if (answer.state === 'failed') return <EmptyState title="The appeals cannot be shown">{errorWords(answer.code)}</EmptyState>;
  const all = answer.state === 'ready' ? answer.value.items : [];
  const items = all.filter((item) => isIn(group, item) && (level === 'any' || item.level === level));
  return (
    <div className="max-w-5xl">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-title font-semibold">{part === 'list' ? 'Appeals' : part === 'batch' ? 'Letters for one pattern' : 'Texts of letters'}</h1>
        {part === 'list' ? <><Button size="small" onPress={() => setPart('batch')}>Letters for one pattern</Button><Button size="small" onPress={() => setPart('texts')}>Texts of letters</Button></> : <Button size="small" onPress={() => setPart('list')}>Back to appeals</Button>}
      </div>
      {part === 'batch' && <BatchPane session={session} onMessage={onMessage} />}
      {part === 'texts' && <TemplatesPane session={session} onMessage={onMessage} />}
      {part === 'list' && (
        <>
          <div className="mb-3 flex flex-wrap items-end gap-3">
            <Choice label="Where it stands" options={groups} value={group} onChange={setGroup} />
            <div className="w-44"><SelectField label="Level" options={levels} value={level} onChange={setLevel} /></div>
          </div>
          {answer.state === 'ready' && answer.value.isCut && <p className="mb-2 text-ink-2">Only the first {MOST_SHOWN} are shown.</p>}
          {answer.state === 'ready' && items.length === 0
            ? <EmptyState title={all.length === 0 && group === 'open' ? 'No appeals yet' : 'None here'}>{all.length === 0 && group === 'open' ? 'Open a denied case and start one there.' : 'Choose another state or level.'}</EmptyState>
            : <AppealRows items={items} today={today} onOpen={openAppeal} />}
        </>
      )}
    </div>
  );
}
