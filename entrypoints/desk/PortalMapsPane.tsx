import { useState } from 'react';
import { OwnMapList } from '../../components/maps/OwnMapList.tsx';
import type { OwnMapRow } from '../../components/maps/OwnMapList.tsx';
import { ShippedMapTable } from '../../components/maps/ShippedMapTable.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { DropArea } from '../../components/ui/DropArea.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { PORTAL_MAPS } from '../../rules/portals/maps/map-library.ts';
import { parsePortalMap } from '../../rules/portals/maps/portal-map-schema.ts';
import type { MapFault } from '../../rules/portals/maps/portal-map-schema.ts';
import { listOwnMaps } from '../../storage/portal-maps.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { saveText } from '../shared/pages/save-file.ts';
import { sendCommand } from '../shared/send-command.ts';

type Said = { tone: 'note' | 'problem'; title: string; faults: readonly MapFault[] };

/** Maps of portals: the practice's own with their approval, files in and out, and those that come with Overturn. */
export function PortalMapsPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const [said, setSaid] = useState<Said | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const state = useQuery(async () => ({ maps: await listOwnMaps(db, vault), users: await db.users.toArray() }), [db, vault]);
  if (state.state !== 'ready') return null;
  const { maps, users } = state.value;
  const nameOf = (id: string | null) => (id === null ? null : (users.find((user) => user.id === id)?.name ?? 'somebody who has left'));
  const role = users.find((user) => user.id === userId)?.role ?? null;
  const rows: OwnMapRow[] = maps.map(({ id, state: stands, version, authorId, deciderId, atMs, decidedMs, map }) => ({ id, state: stands, version, author: nameOf(authorId) ?? '', decider: nameOf(deciderId), atMs, decidedMs, isMine: authorId === userId, map }));

  const say = (reply: Result<unknown>, done: string) => setSaid(reply.ok ? { tone: 'note', title: done, faults: [] } : { tone: 'problem', title: errorWords(reply.error.code), faults: [] });
  const approve = async (id: string) => say(await sendCommand('map:approve', { id }), 'Approved. Everybody in the practice uses it now.');
  const retire = async (id: string) => say(await sendCommand('map:retire', { id }), 'Taken out of use. It stays listed, so that earlier readings can name it.');

  const takeIn = async (files: File[]) => {
    for (const file of files) {
      const parsed = parsePortalMap(await file.text());
      if ('faults' in parsed) {
        setSaid({ tone: 'problem', title: `${file.name} was not taken in`, faults: parsed.faults });
        return;
      }
      const reply = await sendCommand('map:propose', { map: parsed.map });
      if (!reply.ok) {
        const isOther = reply.error.code === 'bad-request' && reply.error.field === 'hosts';
        setSaid({ tone: 'problem', title: isOther ? `${file.name} was not taken in: a map of this practice has the same id (${parsed.map.id}) and is for other hosts. Give the file another id, or take that map out of use first.` : `${file.name}: ${errorWords(reply.error.code)}`, faults: [] });
        return;
      }
      const isReplaced = maps.some((one) => one.state === 'proposed' && one.authorId === userId && one.map?.id === parsed.map.id);
      setSaid({ tone: 'note', title: `${parsed.map.name}: taken in as a proposal.${isReplaced ? ' Your own proposal of this map that waited gives way to it; it stays listed.' : ''}`, faults: [] });
    }
  };
  const giveOut = async (row: OwnMapRow) => {
    if (row.map === null) return;
    const noted = await sendCommand('audit:note', { what: 'exported', subject: `portal-map ${row.id}` });
    if (!noted.ok) {
      setSaid({ tone: 'problem', title: errorWords(noted.error.code), faults: [] });
      return;
    }
    saveText(`${row.map.id}-${row.version}.overturn-map.json`, `${JSON.stringify(row.map, null, 2)}\n`);
  };

  const goes = rows.find(({ id }) => id === leaving) ?? null;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <Dialog
        title={goes?.state === 'approved' ? 'Take this map out of use?' : 'Drop this proposal?'} isOpen={goes !== null} onClose={() => setLeaving(null)}
        footer={<><Button kind="quiet" onPress={() => setLeaving(null)}>Cancel</Button><Button kind="primary" onPress={() => { setLeaving(null); if (goes !== null) void retire(goes.id); }}>{goes?.state === 'approved' ? 'Take out of use' : 'Drop'}</Button></>}
      >
        <p><span className="foreign">{goes?.map?.name ?? 'A damaged map'}</span>, version {goes?.version}, proposed by <span className="foreign">{goes?.author}</span>. {goes?.state === 'approved' ? 'Nobody in the practice reads with it any more.' : 'Nobody reads with it any more, and no lead can approve it.'} It stays listed.</p>
      </Dialog>
      <h1 className="text-title font-semibold">Portal maps</h1>
      <p className="text-ink-2">A map says where a portal keeps its values and what its words mean. It goes before the general reader and is checked by it: where both see a value and differ, nothing is filled in and you choose.</p>
      {said !== null && (
        <Notice tone={said.tone} title={said.title}>
          {said.faults.length > 0 && <ul className="mt-1 flex flex-col gap-0.5">{said.faults.map(({ place, what }) => <li key={`${place}${what}`}><span className="figures font-medium">{place}</span>: {what}</li>)}</ul>}
        </Notice>
      )}
      <section aria-labelledby="own-maps"><h2 id="own-maps" className="mb-1 font-semibold">Of this practice</h2><OwnMapList rows={rows} mayDecide={role === 'lead'} onApprove={(id) => void approve(id)} onRetire={setLeaving} onExport={(row) => void giveOut(row)} /></section>
      {role !== 'auditor' && <DropArea label="Drop a map file here" button="Choose a file" accept={['application/json', '.json']} onFiles={(files) => void takeIn(files)}><p>From a colleague or another computer. It is checked, then waits for a lead.</p></DropArea>}
      <section aria-labelledby="shipped-maps">
        <h2 id="shipped-maps" className="mb-1 font-semibold">That come with Overturn</h2>
        <p className="mb-2 text-small text-ink-3">Evidence: A written against the live portal, B the maker's own guide, C the maker's own tests, D hearsay, used only where the general reader says the same.</p>
        <ShippedMapTable maps={PORTAL_MAPS} />
      </section>
    </div>
  );
}
