import { isoToDayNumber, NO_DAY } from '../rules/domain/day-number.ts';
import { canonicalJson } from '../rules/evidence/canonical-json.ts';
import { memberRecord } from '../rules/domain/member-record.ts';
import type { MemberRecord, RecordEvidence } from '../rules/domain/member-record.ts';
import type { CommandRequest } from '../rules/protocol/commands.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { changeCase } from './cases/change-case.ts';
import type { OverturnDatabase } from './db.ts';
import { findPayer } from './payers.ts';
import { StorageFault } from './storage-fault.ts';
import type { Vault } from './vault/vault.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

export type KeptMemberRecord = { id: string; record: MemberRecord; userId: string; atMs: number };

const tokenOf = (vault: Vault, memberId: string): string | null => vault.blindExact('facet', `member ${memberId.replaceAll(/[^\p{L}\p{N}]+/gu, '')}`);

/** Adds a coverage check or an approval to a member's records, and tells the case it was added from. Records are added, never changed. */
export async function addMemberRecord(ctx: WriteContext, { caseId, record: typed }: CommandRequest<'member-record:add'>): Promise<Result<Record<string, never>>> {
  const record = memberRecord.safeParse({ ...typed, byUser: ctx.userId, atMs: ctx.nowMs });
  if (!record.success) return failed('bad-request', record.error.issues[0]?.path.map(String).join('.'));
  const { data } = record;
  const memberToken = tokenOf(ctx.vault, data.memberId);
  const known = await ctx.db.cases.get(caseId);
  if (memberToken === null || known === undefined) return failed('bad-request', memberToken === null ? 'memberId' : 'caseId');
  const id = crypto.randomUUID();
  const sealed = await ctx.vault.seal('memberRecords', id, data);
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'member-record:add', subject: id, outcome: 'done' }, [ctx.db.memberRecords], () => ctx.db.memberRecords.add({
    id, kind: data.kind, memberToken, payerKey: known.payerKey, endDay: data.to === null ? NO_DAY : isoToDayNumber(data.to), caseId, atMs: ctx.nowMs, userId: ctx.userId, sealed,
  })));
  const title = data.kind === 'coverage' ? `Coverage checked: ${data.status}` : `Authorization recorded: ${data.status}`;
  return changeCase(ctx, caseId, 'member-record:add', (draft) => ({ draft, events: [{ kind: 'member-record', title, detail: data.kind === 'coverage' ? data.reference : data.number }] }));
}

/**
 * Keeps what a portal's page showed of a member's coverage or of an approval, with the words of the page. It belongs to no case: it
 * stands at every case of the member. The same record once more on the same day adds nothing.
 */
export async function keepMemberRecord(ctx: WriteContext, payerKey: string, given: CommandRequest<'member-record:keep'>['record'], evidence: RecordEvidence): Promise<Result<{ isNew: boolean }>> {
  const record = memberRecord.safeParse({ ...given, byUser: ctx.userId, atMs: ctx.nowMs, evidence });
  if (!record.success) return failed('bad-request', record.error.issues[0]?.path.map(String).join('.'));
  const { data } = record;
  const memberToken = tokenOf(ctx.vault, data.memberId);
  if (memberToken === null) return failed('bad-request', 'memberId');
  if ((await findPayer(ctx.db, payerKey)) === null) return failed('not-found', 'payerKey');
  return withWriter(ctx.db, async () => {
    const before = await recordsOfMember(ctx.db, ctx.vault, data.memberId);
    if (before.some((one) => ctx.nowMs - one.atMs < DAY_MS && saysTheSame(one.record, data))) return ok({ isNew: false });
    const id = crypto.randomUUID();
    const sealed = await ctx.vault.seal('memberRecords', id, data);
    await commitChange(ctx, { command: 'member-record:keep', subject: id, outcome: 'done' }, [ctx.db.memberRecords], () => ctx.db.memberRecords.add({
      id, kind: data.kind, memberToken, payerKey, endDay: data.to === null ? NO_DAY : isoToDayNumber(data.to), caseId: '', atMs: ctx.nowMs, userId: ctx.userId, sealed,
    }));
    return ok({ isNew: true });
  });
}

const DAY_MS = 86_400_000;

function saysTheSame(one: MemberRecord, other: MemberRecord): boolean {
  const said = (record: MemberRecord): string => canonicalJson(Object.fromEntries(Object.entries(record).filter(([field]) => !['byUser', 'atMs', 'evidence'].includes(field))));
  return said(one) === said(other);
}

/** The records of a member, the newest first; of whatever case they were added from. */
export async function recordsOfMember(db: OverturnDatabase, vault: Vault, memberId: string): Promise<KeptMemberRecord[]> {
  const token = tokenOf(vault, memberId);
  if (token === null) return [];
  const rows = (await Promise.all((['coverage', 'authorization'] as const).map((kind) => db.memberRecords.where('[memberToken+kind]').equals([token, kind]).toArray()))).flat();
  const opened = await Promise.all(rows.map(async (row): Promise<KeptMemberRecord[]> => {
    try {
      const parsed = memberRecord.safeParse(await vault.open('memberRecords', row.id, row.sealed));
      return parsed.success ? [{ id: row.id, record: parsed.data, userId: row.userId, atMs: row.atMs }] : [];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return opened.flat().sort((a, b) => b.atMs - a.atMs);
}
