import { browser } from 'wxt/browser';
import { z } from 'zod';
import { StorageFault } from '../../storage/storage-fault.ts';
import { isTraining } from '../shared/training-mode.ts';
import { allowedTab } from './read-tab.ts';

const selected = z.object({ text: z.string().max(200_000), html: z.string().max(2_000_000).nullable() });

/**
 * What a person selected on the page, after their gesture. Nothing else of the page is looked at.
 * @throws StorageFault as `allowedTab`; `no-claim-here` where nothing is selected.
 */
export async function readSelection(tabId: number, frameId: number | null): Promise<{ text: string; html: string | null }> {
  if (await isTraining()) throw new StorageFault('practice-mode');
  const { places } = await allowedTab(tabId);
  const frameIds = places.map((place) => place.frameId).filter((id) => frameId === null || id === frameId);
  const answers = await browser.scripting.executeScript({ target: { tabId, frameIds }, func: selectionHere });
  const found = answers.flatMap(({ result }) => selected.safeParse(result).data ?? []).filter(({ text }) => text.trim() !== '').sort((a, b) => b.text.length - a.text.length);
  const [longest] = found;
  if (longest === undefined) throw new StorageFault('no-claim-here');
  return longest;
}

/** Runs in the frame. The copy is a piece of its own: the page keeps its nodes and its selection. */
function selectionHere(): { text: string; html: string | null } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(document.importNode(selection.getRangeAt(0).cloneContents(), true));
  const html = holder.innerHTML;
  return { text: selection.toString().slice(0, 200_000), html: html.length > 2_000_000 ? null : html };
}
