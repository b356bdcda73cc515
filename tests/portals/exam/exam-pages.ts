/**
 * Exam pages: one `.html` file each, written by someone who had not read the reader. The truth stands as JSON in a comment at
 * the top of the file and is cut off before the page is served. `NN-name--part.html` is a frame of page `NN-name`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../bundle.ts';
import { HTML } from '../portal.ts';
import type { Reply } from '../portal.ts';
import type { Expectation, TruthClaim } from '../truth.ts';

/**
 * `payer`: names a payer may be called by; a reading that names another is wrong. Left out: not looked at.
 * `host`: the portal whose vocabulary the page speaks; the page is read as an unknown portal's and as this one's.
 */
export type ExamTruth = Expectation & { payer?: string[]; host?: string };
type Written = Partial<Omit<ExamTruth, 'id' | 'page'>> & Pick<ExamTruth, 'kind'>;

const SEPARATOR = '\n-->\n';

/** The exam pages of a folder, by name. Throws where a page has no truth or its JSON is broken. */
export function examPages(folder: string): { truth: ExamTruth; html: string }[] {
  return readdirSync(folder).filter((file) => file.endsWith('.html') && !file.includes('--')).sort().map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const at = text.indexOf(SEPARATOR);
    if (!text.startsWith('<!--') || at < 0) throw new Error(`${file} has no truth`);
    return { truth: filled(file.replace('.html', ''), JSON.parse(text.slice(4, at)) as Written), html: text.slice(at + SEPARATOR.length) };
  });
}

function filled(id: string, written: Written): ExamTruth {
  const claims = (written.claims ?? []).map(withEnd);
  const mayOffer = written.mayOffer?.map(withEnd);
  return { id, page: `/exam/${id}.html`, steps: [], settled: '', visible: [], decoys: [], ...written, claims, ...(mayOffer ? { mayOffer } : {}) };
}

/** One service date may stand for the end too; the contract calls that derived. */
function withEnd(claim: TruthClaim): TruthClaim {
  if (!claim.serviceFrom || claim.serviceTo !== undefined) return claim;
  return { ...claim, optional: { serviceTo: [claim.serviceFrom], ...claim.optional } };
}

/** Everything the server needs: the pages without their truths, their frames, and the real grids. */
export async function examReplies(folder: string): Promise<Map<string, Reply>> {
  const replies = new Map<string, Reply>(examPages(folder).map(({ truth, html }) => [truth.page, { type: HTML, body: html }]));
  for (const file of readdirSync(folder)) if (file.endsWith('.html') && file.includes('--')) replies.set(`/exam/${file}`, { type: HTML, body: readFileSync(path.join(folder, file), 'utf8') });
  for (const grid of ['mui.tsx', 'ag31.ts', 'ag36.ts']) replies.set(`/exam/grid-${grid.split('.')[0]}.js`, { type: 'text/javascript', body: await bundle(new URL(`./grid-${grid}`, import.meta.url)) });
  const styles = ['ag-grid.css', 'ag-theme-alpine-no-font.css'].map((file) => readFileSync(new URL(`../../../node_modules/ag-grid-31/styles/${file}`, import.meta.url), 'utf8'));
  replies.set('/exam/ag31.css', { type: 'text/css', body: styles.join('\n') });
  return replies;
}
