import { browser } from 'wxt/browser';
import { AboutClaim } from '../../../../components/library/AboutClaim.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import { aboutClaim } from '../../../../storage/queries/about-claim.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';

/** Opens a payer's part of the library on the desk. */
export function openLibrary(payerKey: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/desk.html#/library/${payerKey}` as '/') });
}

/** What the practice's library says about a case, by itself: notes tagged into it, the playbook, a window to decide about. */
export function AboutSection({ session, file }: { session: OpenVault; file: CaseFile }) {
  const { db, vault } = session;
  const { facts } = file.sealed;
  const { category } = file.explanation;
  const about = useQuery(() => aboutClaim(db, vault, facts, file.payer, category), [db, vault, facts, file.payer, category]);
  if (about.state !== 'ready' || (about.value.notes.length === 0 && about.value.playbooks.length === 0 && about.value.asks === 0)) return null;
  const { payer } = file;
  return <Section title="What your library says"><AboutClaim about={about.value} isPlaybookOpen={about.value.playbooks[0]?.isOwn === true} onAsks={payer === null ? null : () => openLibrary(payer.key)} /></Section>;
}
