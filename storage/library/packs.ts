import type { About } from '../../rules/library/library-entry.ts';
import { comparePack, itemsOfPack } from '../../rules/library/pack-merge.ts';
import type { MergeChoice, MergePart, Present } from '../../rules/library/pack-merge.ts';
import { PACK_SCHEMA } from '../../rules/library/pack.ts';
import type { PackFile, SignatureState } from '../../rules/library/pack.ts';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPayers } from '../payers.ts';
import { readPracticeProfile } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { proposeChange } from './change-library.ts';
import type { ChangeDone } from './change-library.ts';
import { keyMark, putSigner, signatureOf, signPack } from './pack-key.ts';
import { readEntries, readNotes } from './read-entries.ts';
import { readPack } from './read-pack.ts';
import type { PackProblem } from './read-pack.ts';
import { readKeptRules, readRules } from './rule-set.ts';

/** What a pack is, said before anything of it is taken in. */
export type PackLook = { pack: PackFile; signature: SignatureState; signer: string | null; keyMark: string | null; parts: MergePart[] };

async function presentIn(db: OverturnDatabase, vault: Vault): Promise<Present> {
  const [rules, profiles, playbooks, notes] = await Promise.all([readRules(db), readEntries(db, vault, 'profile'), readEntries(db, vault, 'playbook'), readNotes(db, vault)]);
  return { rules, entries: new Map([...profiles, ...playbooks, ...notes].map(({ id, kind, body }) => [id, { kind, body }])) };
}

/** Reads a pack file and holds it against what is here. Changes nothing. */
export async function lookAtPack(db: OverturnDatabase, vault: Vault, text: string): Promise<PackLook | { problems: PackProblem[] }> {
  const read = readPack(text);
  if ('problems' in read) return read;
  const { state, signer } = await signatureOf(db, read);
  return { pack: read.pack, signature: state, signer, keyMark: read.pack.signature === undefined ? null : keyMark(read.pack.signature.key), parts: comparePack(read.pack, await presentIn(db, vault)) };
}

/** The items a pack would change under these choices, for a preview of the dates. */
export async function packItems(db: OverturnDatabase, vault: Vault, pack: PackFile, choices: Readonly<Record<string, MergeChoice>>) {
  return itemsOfPack(pack, await presentIn(db, vault), choices);
}

/** Takes a pack in, as one change. The file is read again here: what a page says of it does not count. A pack that was changed after it was signed is not taken in, nor one that `may` refuses by its signature and key (`policy-forbids`, kept in the trail). */
export async function importPack(ctx: WriteContext, request: { text: string; choices: Readonly<Record<string, MergeChoice>>; reason: string; signerName: string | null; stamp: number | null }, may: (signature: SignatureState, mark: string | null) => boolean = () => true): Promise<Result<ChangeDone>> {
  const read = readPack(request.text);
  if ('problems' in read) return failed('bad-request', 'text');
  const { pack } = read;
  const { state } = await signatureOf(ctx.db, read);
  if (state === 'broken') return failed('not-allowed', 'signature');
  if (!may(state, pack.signature === undefined ? null : keyMark(pack.signature.key))) {
    await withWriter(ctx.db, async () => commitChange(ctx, { command: 'pack:import', subject: pack.id, outcome: 'policy-forbids' }, [], () => Promise.resolve()));
    return failed('policy-forbids');
  }
  const items = await packItems(ctx.db, ctx.vault, pack, request.choices);
  if (items.length === 0) return failed('bad-request', 'choices');
  const key = pack.signature?.key ?? null;
  const done = await proposeChange(ctx, {
    items, origin: 'pack', approve: true, stamp: request.stamp,
    content: {
      title: `Pack: ${pack.name}`.slice(0, 300), reason: request.reason, evidence: pack.about, undoes: null, askId: null,
      pack: { id: pack.id, name: pack.name, madeBy: pack.madeBy, madeOn: pack.madeOn, signature: state, key },
    },
  });
  const { signerName } = request;
  if (done.ok && state === 'unknown' && key !== null && signerName !== null && signerName.trim() !== '') {
    await withWriter(ctx.db, async () => commitChange(ctx, { command: 'pack:signer-named', subject: keyMark(key), outcome: 'done' }, [], async () => putSigner(ctx.db, { key, name: signerName.trim() })));
  }
  return done;
}

/** What of the library goes into a pack. Rules that only came with Overturn are in everybody's library already and stay out unless `withShipped`. */
export type PackChoice = { name: string; about: string; payerKeys: string[] | null; withShipped: boolean; withNotes: boolean; withPlaybooks: boolean; withProfiles: boolean };

/** Writes a pack of what this practice has, signed with its key. Gives the text of the file and a name for it that says nothing of a person. */
export async function exportPack(ctx: WriteContext, choice: PackChoice): Promise<Result<{ text: string; fileName: string }>> {
  const { db, vault } = ctx;
  const [kept, rules, profiles, playbooks, notes, payers, practice] = await Promise.all([
    readKeptRules(db), readRules(db), readEntries(db, vault, 'profile'), readEntries(db, vault, 'playbook'), readNotes(db, vault), listPayers(db), readPracticeProfile(db),
  ]);
  const names = new Map([...BASE_RULES, ...rules].map((rule) => [payerKeyOf(rule.payer), rule.payer]));
  for (const { key, name } of payers) names.set(key, name);
  // Elsewhere the payer has another key, or the one of the library.
  const linked = new Map(payers.flatMap(({ key, libraryPayer }) => (libraryPayer === null ? [] : [[key, payerKeyOf(libraryPayer)] as const])));
  const portable = <T extends { about: About }>(body: T): T => ({ ...body, about: { ...body.about, payers: body.about.payers.map((key) => linked.get(key) ?? key) } });
  const isWanted = (key: string): boolean => choice.payerKeys === null || choice.payerKeys.includes(key);
  const ours = new Set(kept.map(({ id }) => id));
  const chosen = rules.filter((rule) => isWanted(payerKeyOf(rule.payer)) && (choice.withShipped || ours.has(rule.id)));
  const ids = new Set(chosen.map(({ id }) => id));
  const slugOf = (id: string, kind: string): string => id.replace(`${kind}:`, '').replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 80).replace(/-+$/u, '');
  const pack: PackFile = {
    schema: PACK_SCHEMA, id: payerKeyOf(choice.name), name: choice.name.trim(), madeBy: practice?.name ?? 'Unnamed practice', madeOn: ctx.today, about: choice.about.trim(),
    // A rule's successor that is not in the pack cannot be pointed at.
    rules: chosen.map(({ supersededBy, ...rule }) => (supersededBy !== undefined && ids.has(supersededBy) ? { ...rule, supersededBy } : rule)),
    profiles: choice.withProfiles ? profiles.filter(({ payerKey }) => isWanted(payerKey)).map(({ payerKey, body }) => ({ payer: names.get(payerKey) ?? payerKey, profile: body })) : [],
    playbooks: choice.withPlaybooks ? playbooks.filter(({ payerKey }) => isWanted(payerKey)).map(({ id, payerKey, body }) => ({ id: slugOf(id, 'playbook'), payer: payerKey === '' ? null : names.get(payerKey) ?? payerKey, playbook: portable(body) })) : [],
    notes: choice.withNotes ? notes.filter(({ payerKey }) => isWanted(payerKey)).map(({ id, payerKey, body }) => ({ id: slugOf(id, 'note'), payer: payerKey === '' ? null : names.get(payerKey) ?? payerKey, note: portable(body) })) : [],
  };
  if (pack.rules.length + pack.profiles.length + pack.playbooks.length + pack.notes.length === 0) return failed('not-found', 'payerKeys');
  return withWriter(db, async () => {
    const signed = await signPack(ctx, pack);
    await commitChange(ctx, { command: 'pack:export', subject: pack.id, outcome: 'done' }, [], () => Promise.resolve());
    return ok({ text: `${JSON.stringify(signed, null, 2)}\n`, fileName: `${pack.id}-${ctx.today}.overturn-pack.json` });
  });
}
