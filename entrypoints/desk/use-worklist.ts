import { useMemo, useState } from 'react';
import { errorWords } from '../../components/words/error-words.ts';
import { dateOrderOf } from '../../rules/worklists/date-order.ts';
import { headingsAt, rowsBelow } from '../../rules/worklists/headings.ts';
import type { ListRow } from '../../rules/worklists/headings.ts';
import { headerRowOf, readRow } from '../../rules/worklists/read-row.ts';
import { DATE_FIELDS, proposedFields } from '../../rules/worklists/worklist-columns.ts';
import type { WorklistMapping } from '../../rules/worklists/worklist-columns.ts';
import { mappingOf } from '../../storage/worklists/worklist-mappings.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { sendCommand } from '../shared/send-command.ts';
import { startWorklist } from './start-worklist.ts';
import type { ReadTables, ToWorklistWorker } from './worklist-messages.ts';

/** Rows of one command: about as many as the store takes in a blink. */
const AT_ONCE = 100;

type Opened = { name: string; tables: ReadTables; sheet: number; /** Row of the headings from 0; -1: none. */ head: number; headers: string[]; rows: ListRow[]; mapping: WorklistMapping; isMappingKnown: boolean; out: ReadonlySet<number> };
export type Taken = { name: string; isNew: number; known: number; leftOut: number };

/** A list on its way in: read in a worker, understood here, saved in commands. Rows that need a hand stay until they are right or left out. */
export function useWorklist({ db, vault }: OpenVault, today: string) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState<{ done: number; of: number } | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);

  const open = async (name: string, tables: ReadTables, sheet: number): Promise<void> => {
    const all = tables.sheets[sheet]?.rows ?? [];
    const head = headerRowOf(all, proposedFields);
    const headers = headingsAt(all, head);
    const rows = all.slice(head + 1).map((cells, index) => ({ row: head + 2 + index, cells }));
    // Columns without headings say nothing of the next list: their meaning is not kept.
    const known = head < 0 ? null : await mappingOf(db, vault, headers);
    const fields = known?.fields ?? proposedFields(headers);
    const found = dateOrderOf(daysOf(rows, fields));
    // A list that proves its own order is believed before what was kept.
    const dateOrder = found.isSure && found.shown.length > 0 ? found.order : known?.dateOrder ?? found.order;
    setOpened({ name, tables, sheet, head, headers, rows, mapping: known === null ? { fields, dateOrder, payerKey: null, statusForAll: null } : { ...known, dateOrder }, isMappingKnown: known !== null, out: new Set() });
  };

  const read = async (asked: ToWorklistWorker, name: string): Promise<void> => {
    setReading(true);
    setFault(null);
    setTaken(null);
    const answer = await startWorklist(asked);
    setReading(false);
    if (answer.kind === 'fault') setFault(answer.fault);
    else await open(name, answer.tables, 0);
  };

  const rows = useMemo(() => (opened === null ? [] : opened.rows.filter(({ row }) => !opened.out.has(row)).map((one) => ({ ...one, read: readRow(one.cells, opened.mapping, today) }))), [opened, today]);
  const dates = useMemo(() => (opened === null ? { isSure: true, shown: [] } : dateOrderOf(daysOf(opened.rows, opened.mapping.fields))), [opened]);

  const save = async (): Promise<void> => {
    if (opened === null) return;
    const sound = rows.filter(({ read }) => read.problems.length === 0);
    const { mapping, headers, head } = opened;
    setProblem(null);
    setSaving({ done: 0, of: sound.length });
    const kept = head >= 0 ? await sendCommand('worklist:save-mapping', { headers, mapping }) : null;
    const saved = new Set<number>();
    const counts = { isNew: taken?.isNew ?? 0, known: taken?.known ?? 0 };
    let failure = kept === null || kept.ok ? null : kept.error.code;
    for (let at = 0; at < sound.length && failure === null; at += AT_ONCE) {
      const part = sound.slice(at, at + AT_ONCE);
      const reply = await sendCommand('worklist:import', { rows: part.map(({ row, read }) => ({ row, payerKey: read.payerName === null ? mapping.payerKey : null, payerName: read.payerName, facts: read.facts, note: read.note })) });
      if (!reply.ok) {
        failure = reply.error.code;
        break;
      }
      for (const { row, isNew } of reply.value.saved) {
        saved.add(row);
        if (isNew) counts.isNew += 1;
        else counts.known += 1;
      }
      setSaving({ done: Math.min(sound.length, at + AT_ONCE), of: sound.length });
    }
    setSaving(null);
    setTaken({ name: opened.name, ...counts, leftOut: opened.out.size });
    // What is saved is gone from the list, a failure or a row to mend leaves the others here. The list as it is now, not as it was when saving began: a cell mended or a row left out meanwhile stays so.
    setOpened((now) => withoutSaved(now, opened, saved));
    if (failure !== null) setProblem(`${errorWords(failure)} What was saved before is kept; the rows still here are not saved.`);
  };

  return {
    opened, rows, dates, isReading, fault, problem, saving, taken,
    readFile: (file: File) => void read({ kind: 'file', file, name: file.name }, file.name),
    readText: (text: string) => void read({ kind: 'text', text }, 'Pasted cells'),
    chooseSheet: (sheet: number) => { if (opened !== null) void open(opened.name, opened.tables, sheet); },
    sayHeadings: (hasHeadings: boolean) => { setOpened((now) => (now === null ? null : withHeadings(now, hasHeadings))); },
    map: (mapping: WorklistMapping) => { setOpened((now) => (now === null ? null : { ...now, mapping, isMappingKnown: false })); },
    mend: (row: number, column: number, text: string) => { setOpened((now) => (now === null ? null : { ...now, rows: now.rows.map((one) => (one.row === row ? { row, cells: withCell(one.cells, column, text) } : one)) })); },
    leaveOut: (some: readonly number[]) => { setOpened((now) => (now === null ? null : { ...now, out: new Set([...now.out, ...some]) })); },
    save: () => void save(),
    close: () => { setOpened(null); setProblem(null); },
  };
}

/** The list without what is saved or was left out; `null` when nothing is left. A list opened meanwhile is another one and stays as it is. */
function withoutSaved(now: Opened | null, from: Opened, saved: ReadonlySet<number>): Opened | null {
  if (now === null || now.tables !== from.tables || now.sheet !== from.sheet) return now;
  const rows = now.rows.filter(({ row }) => !saved.has(row));
  return rows.every(({ row }) => now.out.has(row)) ? null : { ...now, rows };
}

/** The same list read with or without headings. What was mended, left out or said of its columns stays; unnamed columns are proposed for. */
function withHeadings(now: Opened, hasHeadings: boolean): Opened {
  const all = now.tables.sheets[now.sheet]?.rows ?? [];
  const head = hasHeadings ? Math.max(0, headerRowOf(all, proposedFields)) : -1;
  const headers = headingsAt(all, head);
  const fields = now.mapping.fields.every((field) => field === null) ? proposedFields(headers) : now.mapping.fields;
  return { ...now, head, headers, rows: rowsBelow(all, now.rows, now.head, head), mapping: { ...now.mapping, fields }, isMappingKnown: false };
}

function withCell(cells: readonly string[], column: number, text: string): string[] {
  return Array.from({ length: Math.max(cells.length, column + 1) }, (_cell, at) => (at === column ? text : cells[at] ?? ''));
}

function daysOf(rows: readonly ListRow[], fields: readonly (string | null)[]): string[] {
  const columns = fields.flatMap((field, at) => (DATE_FIELDS.some((one) => one === field) ? [at] : []));
  return rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? ''));
}
