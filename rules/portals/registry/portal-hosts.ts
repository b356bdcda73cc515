import type { TermsMode } from '../../reading/reading.ts';

/**
 * One portal a practice signs in to: where it lives and how far Overturn may go there.
 *
 * `hosts` and `frameHosts` are lower-case names, either exact or `*.name`, which (as in browser match patterns)
 * means the name itself and everything below it. `frameHosts` are further hosts whose pages stand inside the
 * portal's frames; a permission for the portal has to cover them too.
 *
 * Why each mode was chosen, from what source and when it was last looked at is in `portal-evidence.json`,
 * kept apart so that the script in the portal page does not carry it.
 */
export type PortalHosts = {
  id: string;
  name: string;
  hosts: readonly string[];
  frameHosts: readonly string[];
  mode: Exclude<TermsMode, 'unknown'>;
  /** A contractor or system of the Medicare programme: always hands-off. */
  medicare?: true;
};

const portal = (id: string, name: string, mode: PortalHosts['mode'], hosts: readonly string[], frameHosts: readonly string[] = []): PortalHosts =>
  ({ id, name, mode, hosts, frameHosts });
const medicare = (id: string, name: string, hosts: readonly string[]): PortalHosts =>
  ({ id, name, mode: 'hands-off', hosts, frameHosts: [], medicare: true });

export const portalHosts: readonly PortalHosts[] = [
  // Many payers behind one front door
  portal('availity', 'Availity Essentials', 'assisted', ['essentials.availity.com', 'apps.availity.com']),
  portal('navinet', 'NaviNet', 'assisted', ['navinet.navimedix.com']),

  // Commercial payers
  portal('uhc', 'UnitedHealthcare Provider Portal', 'read-only',
    ['secure.uhcprovider.com', 'provider-linkhealth.unitedhealthcareonline.com', 'provider-apps.linkhealth.com']),
  portal('optum-pay', 'Optum Pay', 'read-only', ['myservices.optumhealthpaymentservices.com']),
  portal('cigna', 'Cigna for Health Care Professionals', 'assisted', ['cignaforhcp.cigna.com']),
  portal('centene-georgia', 'Peach State Health Plan (Centene)', 'assisted', ['provider.pshpgeorgia.com']),
  portal('centene-texas', 'Superior HealthPlan (Centene)', 'assisted', ['provider.superiorhealthplan.com']),
  portal('centene-california', 'Health Net of California (Centene)', 'assisted', ['provider.healthnetcalifornia.com']),
  portal('caresource', 'CareSource Provider Portal', 'assisted', ['providerportal.caresource.com']),
  portal('sentara', 'Sentara Health Plans', 'assisted', ['apps.sentarahealthplans.com']),

  // Medicare contractors and systems: nothing is ever injected
  medicare('noridian', 'Noridian Medicare Portal', ['*.noridianmedicareportal.com', '*.noridianmedicare.com']),
  medicare('ngsconnex', 'NGSConnex', ['*.ngsconnex.com', '*.ngsmedicare.com']),
  medicare('mycgs', 'myCGS', ['*.mycgsportal.com', '*.cgsmedicare.com']),
  medicare('palmetto-eservices', 'Palmetto GBA eServices', ['*.onlineproviderservices.com', '*.palmettogba.com']),
  medicare('first-coast-spot', 'First Coast SPOT', ['*.fcso.com']),
  medicare('novitasphere', 'Novitasphere', ['*.novitasphere.com', '*.novitas-solutions.com']),
  medicare('wps-gha', 'WPS Government Health Administrators', ['*.wpsgha.com', '*.wpsmedicare.com']),
  medicare('cms', 'CMS systems', ['*.cms.gov', '*.cms.hhs.gov', '*.medicare.gov']),

  // State programmes
  portal('medicaid-massachusetts', 'MassHealth Provider Online Service Center', 'read-only', ['newmmis-portal.ehs.state.ma.us']),
  portal('medicaid-indiana', 'Indiana Medicaid Healthcare Portal', 'read-only', ['portal.indianamedicaid.com']),
  portal('medicaid-nevada', 'Nevada Medicaid Healthcare Portal', 'read-only', ['www.medicaid.nv.gov']),
  portal('medicaid-georgia', 'Georgia GAMMIS', 'read-only', ['www.mmis.georgia.gov']),
  portal('medicaid-wisconsin', 'Wisconsin ForwardHealth', 'read-only', ['www.forwardhealth.wi.gov']),
  portal('medicaid-new-york', 'New York ePACES', 'read-only', ['*.emedny.org']),
  portal('medicaid-texas', 'Texas TexMedConnect', 'read-only', ['secure.tmhp.com']),
  portal('medicaid-south-carolina', 'South Carolina Medicaid claims entry', 'read-only', ['portal.scmedicaid.com']),
  portal('medicaid-mississippi', 'Mississippi Envision', 'read-only', ['www.ms-medicaid.com']),
  portal('medicaid-north-carolina', 'NCTracks', 'read-only', ['www.nctracks.nc.gov']),
  portal('medicaid-california', 'Medi-Cal Provider Portal', 'read-only', ['*.medi-cal.ca.gov']),

  // Military and veterans
  portal('tricare-east', 'TRICARE East provider self-service', 'read-only', ['infocenter.humana-military.com', '*.humanamilitary.com']),
  portal('tricare-west', 'TRICARE West', 'read-only', ['*.tricare-west.com']),
  portal('va', 'Department of Veterans Affairs', 'hands-off', ['*.va.gov']),

  // Clearinghouses and payment hubs
  portal('office-ally', 'Office Ally', 'assisted', ['www.officeally.com', 'pm.officeally.com']),
  portal('waystar', 'Waystar', 'assisted', ['login.zirmed.com', '*.waystar.com']),
  portal('connectcenter', 'ConnectCenter (Optum)', 'read-only', ['*.changehealthcare.com']),
  portal('echo', 'ECHO Provider Payments', 'assisted', ['www.providerpayments.com']),

  // The invented Medicare contractor of the demo portals; a name that only ever means one's own machine (RFC 6761)
  portal('demo-medicare', 'Heartland Medicare Services (demo)', 'hands-off', ['heartland-mac.localhost']),
];
