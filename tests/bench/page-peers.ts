/** What the reader is measured against, bundled for a page: one bare walk, and two readers of whole pages as their users call them. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';

/** A page's clock ticks in tenths of a millisecond. */
const LEAST_MS = 3;

/** The least that reading a page can be: every node visited once, the length of every text taken. */
export function bareWalk(): number {
  const walker = document.createTreeWalker(document.body);
  let size = 0;
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) size += node.nodeType === 3 ? (node.nodeValue ?? '').length : 1;
  return size;
}

export function countNodes(): number {
  const walker = document.createTreeWalker(document.body);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
}

/** It takes its document apart, so it is given a copy, as its manual says. */
export function readability(): number {
  return new Readability(document.cloneNode(true) as Document).parse()?.length ?? 0;
}

export function defuddle(): number {
  return new Defuddle(document, { url: 'https://portal.example/' }).parse().content.length;
}

/** Milliseconds of the fastest call, and of the very first. Short ones are called so often in a row that the page's coarse clock can tell. */
export function time(work: () => unknown, atMostMs: number): { first: number; best: number } {
  const took = (times: number): number => {
    const start = performance.now();
    for (let at = 0; at < times; at += 1) work();
    return performance.now() - start;
  };
  const first = took(1);
  const until = performance.now() + atMostMs;
  let times = 1;
  let best = Infinity;
  do {
    const ms = took(times);
    if (ms >= LEAST_MS) best = Math.min(best, ms / times);
    else times *= 2;
  } while (performance.now() < until || best === Infinity);
  return { first, best };
}
