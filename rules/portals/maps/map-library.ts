import availity from './availity.json' with { type: 'json' };
import caresource from './caresource.json' with { type: 'json' };
import centene from './centene.json' with { type: 'json' };
import cigna from './cigna.json' with { type: 'json' };
import connectcenter from './connectcenter.json' with { type: 'json' };
import echo from './echo.json' with { type: 'json' };
import envision from './envision.json' with { type: 'json' };
import epaces from './epaces.json' with { type: 'json' };
import forwardhealth from './forwardhealth.json' with { type: 'json' };
import gammis from './gammis.json' with { type: 'json' };
import interchange from './interchange.json' with { type: 'json' };
import masshealth from './masshealth.json' with { type: 'json' };
import mediCal from './medi-cal.json' with { type: 'json' };
import navinet from './navinet.json' with { type: 'json' };
import nctracks from './nctracks.json' with { type: 'json' };
import officeAlly from './office-ally.json' with { type: 'json' };
import optumPay from './optum-pay.json' with { type: 'json' };
import sentara from './sentara.json' with { type: 'json' };
import southCarolina from './south-carolina.json' with { type: 'json' };
import tmhp from './tmhp.json' with { type: 'json' };
import tricareEast from './tricare-east.json' with { type: 'json' };
import tricareWest from './tricare-west.json' with { type: 'json' };
import uhc from './uhc.json' with { type: 'json' };
import waystar from './waystar.json' with { type: 'json' };
import { mapServes } from './map-serves.ts';
import type { PortalMap } from './portal-map.ts';

/** The maps that come with the product; held to their schema by the build and trusted here. */
export const PORTAL_MAPS = [
  availity,
  caresource,
  centene,
  cigna,
  connectcenter,
  echo,
  envision,
  epaces,
  forwardhealth,
  gammis,
  interchange,
  masshealth,
  mediCal,
  navinet,
  nctracks,
  officeAlly,
  optumPay,
  sentara,
  southCarolina,
  tmhp,
  tricareEast,
  tricareWest,
  uhc,
  waystar,
] as unknown as readonly PortalMap[];

/** The shipped map of a host; null where there is none. */
export function shippedMapOf(host: string): PortalMap | null {
  return PORTAL_MAPS.find((map) => mapServes(map, host)) ?? null;
}
