import { useState } from 'react';
import { noteChecks, NoteForm } from '../../../components/library/NoteForm.tsx';
import type { NoteFields } from '../../../components/library/NoteForm.tsx';
import { linesOf, playbookChecks, PlaybookForm } from '../../../components/library/PlaybookForm.tsx';
import type { PlaybookFields } from '../../../components/library/PlaybookForm.tsx';
import { filledProfile, ProfileForm } from '../../../components/library/ProfileForm.tsx';
import { aboutOfFields, BLANK_ABOUT, fieldsOfAbout } from '../../../components/library/tag-text.ts';
import { restoredFields } from '../../../components/work/use-fields.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { BLANK_PROFILE, profileBody } from '../../../rules/library/library-entry.ts';
import type { LibraryItem, NoteBody, PlaybookBody, ProfileBody } from '../../../rules/library/library-entry.ts';
import type { ShownEntry } from '../../../storage/queries/library.ts';
import { sendCommand } from '../../shared/send-command.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useEntryDraft } from './use-entry-draft.tsx';
import type { Reader } from './use-reader.ts';

type Editing = { session: OpenVault; reader: Reader; payerKey: string; payerName: string; onClose: () => void; onDone: (text: string) => void; onProblem: (text: string) => void };

const keyOf = (what: string, id: string) => `library-${what}:${id}`.replaceAll(/[^A-Za-z0-9:_-]/gu, '-').slice(0, 110);

/** Sends one entry as a change; what was typed goes once it is saved, and stays where it is not. */
function useSending({ reader, onDone, onProblem, onClose }: Editing, drop: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const send = async (item: LibraryItem, title: string, isAtOnce: boolean, base: number | null) => {
    setBusy(true);
    const reply = await sendCommand('library:change', { items: [item], title: title.slice(0, 300), reason: '', evidence: '', approve: isAtOnce || reader.isLead, askId: null, stamp: null, base });
    setBusy(false);
    if (!reply.ok) {
      onProblem(errorWords(reply.error.code));
      return;
    }
    await drop();
    onClose();
    onDone(reply.value.state === 'approved' ? 'Saved for everybody in the practice.' : 'Proposed. A lead decides.');
  };
  return { isBusy, send };
}

export function NoteEditor({ entry, ...editing }: Editing & { entry: ShownEntry<NoteBody> | null }) {
  const { session, payerKey, payerName, onClose } = editing;
  const draft = useEntryDraft(session, keyOf('note', entry?.id ?? `new-${payerKey}`), entry);
  const { isBusy, send } = useSending(editing, async () => draft?.drop());
  if (draft === null) return null;
  const given: NoteFields = entry === null ? { ...BLANK_ABOUT, kind: 'general', title: '', text: '' } : { ...fieldsOfAbout(entry.body.about, payerKey), kind: entry.body.kind, title: entry.body.title, text: entry.body.text };
  const bodyOf = (fields: NoteFields): NoteBody => ({ kind: fields.kind, title: fields.title.trim(), text: fields.text.trim(), about: aboutOfFields(fields, payerKey, entry?.body.about) });
  const save = (fields: NoteFields) => {
    void send({ kind: 'note', entryId: entry?.id ?? `note:${crypto.randomUUID()}`, payerKey, body: bodyOf(fields) }, `${payerName}: ${entry === null ? 'note added' : 'note changed'}`, true, entry === null ? null : draft.base);
  };
  return <NoteForm key={draft.round} given={given} isNew={entry === null} payerName={payerName} isBusy={isBusy} isHeld={draft.isStale} notice={draft.conflict((fields) => bodyOf(restoredFields(given, noteChecks, fields)))} kept={draft.fields} onKeep={draft.keep} onSave={save} onClose={onClose} />;
}

export function PlaybookEditor({ entry, start, ...editing }: Editing & { entry: ShownEntry<PlaybookBody> | null; start: Partial<PlaybookFields> }) {
  const { session, reader, payerKey, payerName, onClose } = editing;
  const draft = useEntryDraft(session, keyOf('playbook', entry?.id ?? `new-${payerKey}`), entry);
  const { isBusy, send } = useSending(editing, async () => draft?.drop());
  if (draft === null) return null;
  const given: PlaybookFields = entry === null
    ? { ...BLANK_ABOUT, title: '', steps: '', evidence: '', who: '', typicalResult: '', ...start }
    : { ...fieldsOfAbout(entry.body.about, payerKey), title: entry.body.title, steps: entry.body.steps.join('\n'), evidence: entry.body.evidence.join('\n'), who: entry.body.who, typicalResult: entry.body.typicalResult };
  const bodyOf = (fields: PlaybookFields): PlaybookBody => ({ title: fields.title.trim(), about: aboutOfFields(fields, payerKey, entry?.body.about), steps: linesOf(fields.steps), evidence: linesOf(fields.evidence), who: fields.who.trim(), typicalResult: fields.typicalResult.trim() });
  const save = (fields: PlaybookFields) => {
    const body = bodyOf(fields);
    void send({ kind: 'playbook', entryId: entry?.id ?? `playbook:${crypto.randomUUID()}`, payerKey, body }, `${payerName}: playbook "${body.title}"`, false, entry === null ? null : draft.base);
  };
  return <PlaybookForm key={draft.round} given={given} isNew={entry === null} payerName={payerName} save={reader.isLead ? 'Save playbook' : 'Propose to a lead'} isBusy={isBusy} isHeld={draft.isStale} notice={draft.conflict((fields) => bodyOf(restoredFields(given, playbookChecks, fields)))} kept={draft.fields} onKeep={draft.keep} onSave={save} onClose={onClose} />;
}

/** A half-typed profile as it was kept: the right lists, whatever is in them. */
function restoredProfile(kept: unknown): ProfileBody | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const lists = ['channels', 'phones', 'links', 'forms', 'documents'] as const;
  return lists.every((name) => Array.isArray((kept as Record<string, unknown>)[name])) && 'fileLimits' in kept && 'claimsPerCall' in kept && 'checkedOn' in kept ? kept as ProfileBody : null;
}

export function ProfileEditor({ entry, ...editing }: Editing & { entry: ShownEntry<ProfileBody> | null }) {
  const { session, reader, payerKey, payerName, onClose, onProblem } = editing;
  const draft = useEntryDraft(session, keyOf('profile', payerKey), entry);
  const { isBusy, send } = useSending(editing, async () => draft?.drop());
  if (draft === null) return null;
  const profile = restoredProfile(draft.fields) ?? entry?.body ?? BLANK_PROFILE;
  const save = () => {
    const parsed = profileBody.safeParse(filledProfile(profile));
    if (!parsed.success) {
      onProblem('One of the rows cannot be saved as it is. Look at the marked field.');
      return;
    }
    void send({ kind: 'profile', entryId: `profile:${payerKey}`, payerKey, body: parsed.data }, `${payerName}: how to reach it`, false, draft.base);
  };
  return <ProfileForm profile={profile} isHeld={draft.isStale} notice={draft.conflict(() => filledProfile(profile))} payerName={payerName} today={reader.today} save={reader.isLead ? 'Save' : 'Propose to a lead'} isBusy={isBusy} onChange={draft.keep} onSave={save} onClose={onClose} />;
}
