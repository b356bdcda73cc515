import { writeEvidenceFile } from '../../rules/evidence/evidence-file.ts';
import type { NewEntry } from '../../rules/evidence/evidence-file.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered } from '../cases/change-case.ts';
import { openCase } from '../cases/open-case.ts';
import { userNames } from '../people.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { openLooks, verdictOf } from './case-evidence.ts';
import { plainDigest, practiceKeyOf } from './practice-key.ts';

/**
 * The evidence of a case as a file, sealed with the practice's key; the row of the trail is written before the text is
 * given away. A chain that does not hold is not exported as if it did: `damaged-record`.
 */
export async function exportEvidence(ctx: WriteContext, { caseId, sensitive = false }: CommandRequest<'evidence:export'>): Promise<Result<CommandReply<'evidence:export'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'evidence:export'>>> => {
    const { db, vault } = ctx;
    const row = await db.cases.get(caseId);
    if (row === undefined) return failed('not-found', 'caseId');
    const looks = await openLooks(db, vault, caseId);
    const sealed = await openCase(vault, row);
    const { evidence } = sealed;
    if (isSensitive(sealed) && !sensitive) return failed('sensitive-record');
    const isWhole = verdictOf(vault, looks, evidence ?? null).whole;
    await commitChange(ctx, { command: sensitive && isSensitive(sealed) ? 'evidence:export+sensitive' : 'evidence:export', subject: caseId, outcome: isWhole ? 'done' : 'damaged-record' }, [], () => Promise.resolve());
    if (!isWhole) return failed('damaged-record');
    const users = await userNames(db);
    const practice = (await db.meta.get('practice'))?.value as { name?: string } | undefined;
    const entries = looks.map(({ row: look, content }): NewEntry => ({
      n: look.n, id: look.id, source: look.source, at: isoOf(look.atMs), user: { id: look.userId, name: users.get(look.userId) ?? '' }, content: content as NewEntry['content'],
      practice: { previous: look.prev, hash: look.hash },
    }));
    const head = { caseId, practice: practice?.name ?? '', exportedAt: isoOf(ctx.nowMs), exportedBy: { id: ctx.userId, name: users.get(ctx.userId) ?? '' } };
    // The name of the file holds the day and a part of an opaque id: nothing of a patient.
    return ok({ fileName: `overturn-evidence-${ctx.today}-${caseId.slice(0, 8)}.json`, text: writeEvidenceFile(head, entries, plainDigest, practiceKeyOf(vault)) });
  }));
}

const isoOf = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
