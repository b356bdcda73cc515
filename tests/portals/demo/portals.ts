/** All demo portals, in the order of the first page. */
import type { Portal } from '../portal.ts';
import { cedarValley } from './cedar-valley.ts';
import { harborlight } from './harborlight.ts';
import { prairieMutual } from './prairie-mutual.ts';

export const PORTALS: readonly Portal[] = [cedarValley, harborlight, prairieMutual];
