import { useState } from 'react';
import { PackLookView } from '../../../components/library/PackLookView.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { DropArea } from '../../../components/ui/DropArea.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { MergeChoice } from '../../../rules/library/pack-merge.ts';
import { lookAtPack, packItems } from '../../../storage/library/packs.ts';
import type { PackLook } from '../../../storage/library/packs.ts';
import { MOST_PACK } from '../../../storage/library/read-pack.ts';
import type { PackProblem } from '../../../storage/library/read-pack.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { saveText } from '../../shared/pages/save-file.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import type { Confirmation } from './ConfirmChange.tsx';
import type { Reader } from './use-reader.ts';

type Props = { session: OpenVault; reader: Reader; /** A new file is looked at: what was said of the one before is over. */ onBegin: () => void; onDone: (text: string) => void; onProblem: (text: string) => void };
type Read = { text: string; fileName: string; look: PackLook } | { fileName: string; problems: PackProblem[] } | null;

/** Packs of rules, notes and playbooks as files: taken in after a look at what they change, and made for others. */
export function Packs(props: Props) {
  if (!props.reader.isLead) return <p className="text-ink-2">Packs are taken in and made by a lead.</p>;
  return <div className="flex flex-col gap-6"><TakeIn {...props} /><Make {...props} /></div>;
}

function TakeIn({ session, reader, onBegin, onDone, onProblem }: Props) {
  const [read, setRead] = useState<Read>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeChoice>>>({});
  const [signerName, setSignerName] = useState('');
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const { db, vault } = session;
  const open = async ([file]: File[]) => {
    if (file === undefined) return;
    onBegin();
    setChosen({});
    setSignerName('');
    if (file.size > MOST_PACK) {
      setRead({ fileName: file.name, problems: [{ line: 1, column: 1, path: '', message: 'The file is too large for a pack.' }] });
      return;
    }
    const text = await file.text();
    const look = await lookAtPack(db, vault, text);
    setRead('problems' in look ? { fileName: file.name, problems: look.problems } : { text, fileName: file.name, look });
  };
  const takeIn = async (text: string, look: PackLook) => {
    const items = await packItems(db, vault, look.pack, chosen);
    if (items.length === 0) {
      onProblem('With these choices the pack changes nothing.');
      return;
    }
    const name = signerName.trim() === '' ? null : signerName.trim();
    setConfirmation({
      title: `Take in: ${look.pack.name}`, action: 'Take in', items, given: { reason: '', evidence: '' }, asks: 'reason', draftKey: `pack:${look.pack.id}`,
      send: ({ reason }, stamp) => sendCommand('pack:import', { text, choices: { ...chosen }, reason, signerName: name, stamp }), done: `${look.pack.name} is taken in.`,
    });
  };
  return (
    <section aria-labelledby="pack-in" className="flex flex-col gap-3">
      <h3 id="pack-in" className="text-lead font-semibold">Take a pack in</h3>
      <DropArea label="Drop a pack file here" button="Choose a file" accept={['.json', 'application/json']} onFiles={(files) => void open(files)}>Nothing changes before you have seen what it would change.</DropArea>
      {read !== null && 'problems' in read && (
        <Notice tone="problem" title={`${read.fileName} cannot be taken in`}>
          <ul aria-label="Problems" className="flex flex-col gap-0.5">
            {read.problems.map((problem, index) => <li key={index} className="foreign"><span className="figures font-medium text-ink">Line {problem.line}</span>{problem.path !== '' && <span className="font-mono text-small"> {problem.path}</span>}: {problem.message}</li>)}
          </ul>
        </Notice>
      )}
      {read !== null && 'look' in read && (
        <div className="flex flex-col gap-3 rounded-md border border-line bg-raised px-3 py-3">
          <PackLookView look={read.look} chosen={chosen} onChoose={(key, choice) => setChosen({ ...chosen, [key]: choice })} />
          {read.look.signature === 'unknown' && <TextField label="If you know whose key this is, name them" value={signerName} onChange={setSignerName} maxLength={120} hint="Compare the key by phone first. Their next pack is then known." />}
          <div className="flex gap-2">
            <Button kind="primary" isDisabled={read.look.signature === 'broken'} onPress={() => void takeIn(read.text, read.look)}>Next: which dates move</Button>
            <Button kind="quiet" onPress={() => setRead(null)}>Leave it</Button>
          </div>
        </div>
      )}
      {confirmation !== null && <ConfirmChange session={session} reader={reader} confirmation={confirmation} onClose={() => setConfirmation(null)} onDone={(text) => { setConfirmation(null); setRead(null); onDone(text); }} />}
    </section>
  );
}

const blankMake = { name: '', about: '', withShipped: false, withNotes: true, withPlaybooks: true, withProfiles: true };

function Make({ onDone, onProblem }: Props) {
  const [wish, setWish] = useState(blankMake);
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const reply = await sendCommand('pack:export', { ...wish, name: wish.name.trim(), payerKeys: null });
    setBusy(false);
    if (!reply.ok) {
      onProblem(reply.error.code === 'not-found' ? 'There is nothing of yours to put into a pack yet.' : errorWords(reply.error.code));
      return;
    }
    saveText(reply.value.fileName, reply.value.text);
    setWish(blankMake);
    onDone(`${reply.value.fileName} is signed and saved.`);
  };
  return (
    <section aria-labelledby="pack-out" className="flex max-w-xl flex-col gap-3">
      <h3 id="pack-out" className="text-lead font-semibold">Make a pack</h3>
      <TextField label="Name" value={wish.name} onChange={(name) => setWish({ ...wish, name })} maxLength={120} placeholder="Rules of our office" />
      <TextField label="What is in it" value={wish.about} onChange={(about) => setWish({ ...wish, about })} maxLength={2000} />
      <div className="flex flex-col gap-1">
        <Checkbox isSelected={wish.withNotes} onChange={(withNotes) => setWish({ ...wish, withNotes })} hint="Read them first: nothing of a patient may be in them.">Notes</Checkbox>
        <Checkbox isSelected={wish.withPlaybooks} onChange={(withPlaybooks) => setWish({ ...wish, withPlaybooks })}>Playbooks</Checkbox>
        <Checkbox isSelected={wish.withProfiles} onChange={(withProfiles) => setWish({ ...wish, withProfiles })}>How payers are reached</Checkbox>
        <Checkbox isSelected={wish.withShipped} onChange={(withShipped) => setWish({ ...wish, withShipped })}>Also the rules that came with Overturn</Checkbox>
      </div>
      <div><Button isDisabled={wish.name.trim() === ''} isPending={isBusy} onPress={() => void make()}>Sign and save</Button></div>
    </section>
  );
}
