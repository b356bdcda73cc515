/** All demo portals, in the order of the first page. */
import type { Portal } from '../portal.ts';
import { bluewater } from './bluewater.ts';
import { cedarValley } from './cedar-valley.ts';
import { clearpath } from './clearpath.ts';
import { copperline } from './copperline.ts';
import { foxglove } from './foxglove.ts';
import { granite } from './granite.ts';
import { harborlight } from './harborlight.ts';
import { heartlandMac } from './heartland-mac.ts';
import { lakeshore } from './lakeshore.ts';
import { meridianUnited } from './meridian-united.ts';
import { northgate } from './northgate.ts';
import { prairieMutual } from './prairie-mutual.ts';
import { redwood } from './redwood.ts';
import { saltmarsh } from './saltmarsh.ts';
import { ironwood } from './ironwood.ts';
import { summitRidge } from './summit-ridge.ts';
import { tallgrassMedicaid } from './tallgrass-medicaid.ts';
import { thornfield } from './thornfield.ts';

export const PORTALS: readonly Portal[] = [cedarValley, harborlight, prairieMutual, summitRidge, ironwood, meridianUnited, tallgrassMedicaid, bluewater, northgate, clearpath, lakeshore, redwood, granite, heartlandMac, foxglove, saltmarsh, copperline, thornfield];
