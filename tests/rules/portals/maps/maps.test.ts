import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthOfReading } from '../../../../rules/portals/health/reading-health.ts';
import { CLAIM_FIELDS } from '../../../../rules/portals/maps/map-fields.ts';
import { PORTAL_MAPS, shippedMapOf } from '../../../../rules/portals/maps/map-library.ts';
import { slimMap } from '../../../../rules/portals/maps/portal-map.ts';
import type { SlimMap } from '../../../../rules/portals/maps/portal-map.ts';
import { portalHosts } from '../../../../rules/portals/registry/portal-hosts.ts';
import type { Reading, ReadingClaim } from '../../../../rules/reading/reading.ts';
import { findChromium } from '../../../commands/find-browser.mjs';
import { readerBundle } from '../../../read-page.ts';
import { FACTS, MAP_PAGES, notAClaim, TRUTH } from './map-pages.ts';
import type { MapPage } from './map-pages.ts';

let browser: Browser;
let page: Page;
let code: string;

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === null ? {} : { executablePath }) });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  code = await readerBundle();
});
afterAll(async () => browser.close());

/** One pass over a page, with a map or without; says too whether the page is as it was. */
async function readWith(html: string, map: SlimMap | null): Promise<Reading> {
  await page.setContent(html);
  await page.evaluate(code);
  const before = await page.content();
  const answer = await page.evaluate(`OverturnReader.read('fixture', null, 'unknown', ${JSON.stringify(map)})`);
  expect(await page.content(), 'the page is untouched').toBe(before);
  return (JSON.parse(answer as string) as { reading: Reading }).reading;
}

const same = (name: string) => name;
const mapOf = (one: MapPage): SlimMap => {
  const map = shippedMapOf(one.host);
  if (map === null) throw new Error(`no map serves ${one.host}`);
  expect(map.id).toBe(one.map);
  return slimMap(map);
};
const claimOf = (reading: Reading): ReadingClaim | undefined => reading.claims.find((claim) => claim.claimControlNumber?.value === TRUTH['claimControlNumber']) ?? reading.claims[0];
const truthOf = (one: MapPage, field: string): string | number | null => (one.truth !== undefined && field in one.truth ? one.truth[field] ?? null : TRUTH[field] ?? null);

/** Every value that is asserted must be the true one. */
function expectNeverWrong(one: MapPage, claim: ReadingClaim | undefined, except: readonly string[] = []): void {
  if (claim === undefined) return;
  for (const field of CLAIM_FIELDS) {
    const found = claim[field];
    if (found === null || except.includes(field)) continue;
    expect(found.value, `${one.name} ${field}`).toBe(truthOf(one, field));
  }
}

describe('the maps that come with Overturn', () => {
  it('serve every portal of the register that may be read, and no other', () => {
    const served = new Set(PORTAL_MAPS.flatMap((map) => map.portals));
    expect(portalHosts.filter((portal) => portal.mode !== 'hands-off' && !served.has(portal.id)).map(({ id }) => id)).toEqual([]);
    expect(portalHosts.filter((portal) => portal.mode === 'hands-off' && served.has(portal.id)).map(({ id }) => id)).toEqual([]);
  });

  it('each have a page of our own', () => {
    expect(PORTAL_MAPS.map(({ id }) => id).filter((id) => !MAP_PAGES.some((one) => one.map === id))).toEqual([]);
  });

  describe.each(MAP_PAGES.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    it('found: what the map promises is read, and nothing is wrong', async () => {
      const reading = await readWith(one.draw(FACTS, same), mapOf(one));
      const claim = claimOf(reading);
      for (const field of one.found) expect((claim?.[field as 'charge'] ?? null)?.value, field).toBe(truthOf(one, field));
      expectNeverWrong(one, claim);
      expect(reading.map).toMatchObject({ id: one.map, page: one.page, fell: [], doubtful: [] });
    });

    it('not my page: nothing is offered', async () => {
      const reading = await readWith(notAClaim(FACTS), mapOf(one));
      expect(reading.kind).toBe('none');
      expect(reading.claims).toEqual([]);
    });

    it('layout changed: the general reader takes over or the value is missing, never wrong', async () => {
      const reading = await readWith(one.draw(FACTS, (name) => (/^id:|^[a-z-]+$|Panel$|_\d$|Table$|Text$/u.test(name) ? `${name}-v2` : name)), mapOf(one));
      expectNeverWrong(one, claimOf(reading));
      if (one.page === 'claim-detail' && reading.kind !== 'none') expect(reading.map?.fell).toContain('page');
      const words = await readWith(one.draw(FACTS, (name) => (/(?:Charge|Paid|Billed|paid)/u.test(name) ? 'Sum' : `${name} `)), mapOf(one));
      expectNeverWrong(one, claimOf(words));
    });

    it('hostile text: markup stays text and drags no value along', async () => {
      const patient = 'O’HARA <img src=x onerror="window.hit=1">, =HYPERLINK("x") {{7*7}}';
      const reading = await readWith(one.draw({ ...FACTS, patient }, same), mapOf(one));
      const claim = claimOf(reading);
      expectNeverWrong(one, claim, ['patientName']);
      expect([patient, undefined]).toContain(claim?.patientName?.value);
      expect(await page.evaluate('window.hit')).toBeUndefined();
    });
  });
});

describe('a map and the general reader', () => {
  const base: SlimMap = { id: 'own-demo', version: 1, pages: [], labels: [], statuses: [] };
  const detail = (extra: string) => `<!doctype html><title>Claim</title><h1>Claim Details</h1><dl><dt>Claim Number</dt><dd>26H0041177AB</dd><dt>Claim Status</dt><dd>Denied</dd><dt>Patient Name</dt><dd>LINDQVIST, ODA</dd><dt>Billed Amount</dt><dd>$412.00</dd><dt>Paid Amount</dt><dd>$0.00</dd></dl>${extra}`;
  const withHook = (testid: string, field: 'charge' | 'status' | 'claimControlNumber' | 'paid', required = false): SlimMap => ({ ...base, pages: [{ kind: 'claim-detail', recognise: [], fields: [{ field, hooks: [{ by: 'testid', is: testid }], ...(required ? { required: true as const } : {}) }] }] });

  it('that see different values leave the field open, with both to choose from', async () => {
    const reading = await readWith(detail('<p data-testid="total">$500.00</p>'), withHook('total', 'charge'));
    expect(reading.claims[0]?.charge).toBeNull();
    expect(reading.candidates.find((entry) => entry.field === 'charge')?.values.map(({ value }) => value).sort()).toEqual([41200, 50000]);
    expect(reading.map?.doubtful).toEqual(['charge']);
  });

  it('that see the same value agree', async () => {
    const reading = await readWith(detail('<p data-testid="total">$412.00</p>'), withHook('total', 'charge'));
    expect(reading.claims[0]?.charge).toMatchObject({ value: 41200, confidence: 'certain' });
    expect(reading.map?.doubtful).toEqual([]);
  });

  it('settle rivals: of two numbers the reader could not tell apart, the map names one', async () => {
    const two = '<!doctype html><title>Claim</title><h1>Claim Details</h1><dl><dt>Claim Number</dt><dd data-testid="n">26H0041177AB</dd><dt>Claim ID</dt><dd>771200349912</dd><dt>Payer Claim Number</dt><dd>26H0041177AB</dd><dt>Claim Status</dt><dd>Denied</dd><dt>Patient Name</dt><dd>LINDQVIST, ODA</dd><dt>Billed Amount</dt><dd>$412.00</dd><dt>Submitted Amount</dt><dd data-testid="c">$400.00</dd></dl>';
    expect((await readWith(two, null)).claims[0]?.charge).toBeNull();
    const reading = await readWith(two, withHook('c', 'charge'));
    expect(reading.claims[0]?.charge?.value).toBe(40000);
    expect(reading.candidates.filter((entry) => entry.field === 'charge')).toEqual([]);
  });

  it('a required hook that is gone falls to the reader and is named', async () => {
    const reading = await readWith(detail(''), withHook('total', 'charge', true));
    expect(reading.claims[0]?.charge?.value).toBe(41200);
    expect(reading.map?.fell).toEqual(['charge']);
  });

  it('a hook with a text of another shape is named and gives nothing', async () => {
    const reading = await readWith(detail('<p data-testid="total">Call us</p>'), withHook('total', 'charge'));
    expect(reading.claims[0]?.charge?.value).toBe(41200);
    expect(reading.map?.fell).toEqual(['charge']);
  });

  it('a hook that stands twice with different texts says nothing', async () => {
    const reading = await readWith(detail('<p data-testid="total">$1.00</p><p data-testid="total">$2.00</p>'), withHook('total', 'charge', true));
    expect(reading.claims[0]?.charge?.value).toBe(41200);
    expect(reading.map?.fell).toEqual(['charge']);
  });

  it('a hidden element is no hook', async () => {
    const reading = await readWith(detail('<p data-testid="total" style="display:none">$500.00</p>'), withHook('total', 'charge', true));
    expect(reading.claims[0]?.charge?.value).toBe(41200);
    expect(reading.map?.doubtful).toEqual([]);
  });

  it('what somebody typed into a field is never read', async () => {
    const reading = await readWith(detail('<input data-testid="total" value="$500.00">'), withHook('total', 'charge', true));
    expect(reading.claims[0]?.charge?.value).toBe(41200);
    expect(reading.map?.fell).toEqual(['charge']);
  });

  it('a portal whose words nobody knows is read with its own, and not without', async () => {
    const foreign = '<!doctype html><title>x</title><h1>Claim</h1><dl><dt>Our file</dt><dd>26H0041177AB</dd><dt>Where it stands</dt><dd>Turned down</dd><dt>Who</dt><dd>LINDQVIST, ODA</dd><dt>You asked for</dt><dd>$412.00</dd><dt>We sent you</dt><dd>$0.00</dd></dl>';
    expect((await readWith(foreign, null)).kind).toBe('none');
    const reading = await readWith(foreign, { ...base, labels: [['Our file', 'claimControlNumber'], ['Where it stands', 'status'], ['Who', 'patientName'], ['You asked for', 'charge'], ['We sent you', 'paid']], statuses: [['Turned down', 'denied']] });
    expect(reading.kind).toBe('claim-detail');
    expect(reading.claims[0]).toMatchObject({ claimControlNumber: { value: '26H0041177AB' }, status: { value: 'denied' }, patientName: { value: 'LINDQVIST, ODA' }, charge: { value: 41200 }, paid: { value: 0 } });
    expect((await readWith(foreign, null)).kind, 'one portal\'s words never hold for the next page').toBe('none');
  });

  it('labels renamed until no claim is left are seen by those that stayed, and a search form or a coverage check is none of it', async () => {
    const words = (number: string, seen: string, asked: string) => `<!doctype html><title>x</title><h1>Claim</h1><dl><dt>${number}</dt><dd>26H0041177AB</dd><dt>${seen}</dt><dd>03/02/2026</dd><dt>${asked}</dt><dd>$412.00</dd><dt>Standing</dt><dd>Denied</dd><dt>Given</dt><dd>$0.00</dd><dt>Person</dt><dd>LINDQVIST, ODA</dd></dl>`;
    const label = (field: 'claimControlNumber' | 'serviceDates' | 'charge' | 'status' | 'paid' | 'patientName' | 'memberId', is: string) => ({ field, hooks: [{ by: 'label' as const, is }] });
    const taught: SlimMap = { ...base, pages: [{ kind: 'claim-detail', recognise: [], fields: [label('claimControlNumber', 'Folio'), label('serviceDates', 'Seen on'), label('charge', 'Asked'), label('status', 'Standing'), label('paid', 'Given'), label('patientName', 'Person'), label('memberId', 'Card no')] }] };
    expect((await readWith(words('Folio', 'Seen on', 'Asked'), taught)).claims[0]?.claimControlNumber?.value).toBe('26H0041177AB');
    const renamed = await readWith(words('Folium', 'Seen at', 'Asked for'), taught);
    expect(renamed.kind).toBe('none');
    expect(healthOfReading(renamed)).toEqual({ kind: 'claim-detail', good: [], missing: ['page'], fallen: [] });
    const search = '<!doctype html><title>x</title><h1>Find a claim</h1><form><p><label>Folio</label> <input></p><p><label>Seen on</label> <input></p><p><label>Standing</label> <select><option>Denied</option></select></p><p><label>Given</label> <input value="$0.00"></p></form>';
    expect(healthOfReading(await readWith(search, taught)), 'a search form').toBeNull();
    const coverage = '<!doctype html><title>x</title><h1>Eligibility and coverage</h1><dl><dt>Person</dt><dd>LINDQVIST, ODA</dd><dt>Card no</dt><dd>W118204477</dd><dt>Seen on</dt><dd>03/02/2026</dd></dl>';
    expect(healthOfReading(await readWith(coverage, taught)), 'a coverage check').toBeNull();
  });

  it('a label that means something else in this portal is taken from the field the reader saw in it', async () => {
    const reading = await readWith(detail('<dl><dt>Account Number</dt><dd>LQ-20417</dd></dl>').replace('Claim Number', 'Claim Reference Number'), { ...base, labels: [['Claim Reference Number', 'reference']] });
    expect(reading.claims[0]?.claimControlNumber ?? null).toBeNull();
  });

  it('a state worked out from amounts is worked out again when an amount turns doubtful', async () => {
    const decided = detail('<p data-testid="paid">$80.00</p>').replace('Denied', 'Finalized');
    expect((await readWith(decided, null)).claims[0]?.status?.value).toBe('denied');
    const reading = await readWith(decided, withHook('paid', 'paid'));
    expect(reading.claims[0]?.paid).toBeNull();
    expect(reading.claims[0]?.status?.value).toBe('finalized');
  });

  it('more paid than charged is not asserted, whoever says it', async () => {
    const reading = await readWith(detail('<p data-testid="paid">$980.00</p>').replace('<dt>Paid Amount</dt><dd>$0.00</dd>', ''), withHook('paid', 'paid'));
    expect(reading.claims[0]?.paid).toBeNull();
  });
});

describe('a map of a page with several claims', () => {
  const hook = (is: string) => [{ by: 'testid' as const, is }];
  const map: SlimMap = { id: 'own-cards', version: 1, labels: [], statuses: [['Turned down', 'denied'], ['Sent', 'paid']], pages: [{ kind: 'claim-list', recognise: [{ by: 'testid', is: 'claims' }], fields: [
    { field: 'claimControlNumber', hooks: hook('no'), required: true }, { field: 'status', hooks: hook('st') }, { field: 'charge', hooks: hook('asked'), required: true }, { field: 'paid', hooks: hook('sent') }, { field: 'serviceDates', hooks: hook('seen') },
  ] }] };
  const card = (no: string, st: string, asked: string, sent: string | null) => `<article><p data-testid="no">${no}</p><p data-testid="st">${st}</p><p data-testid="seen">03/02/2026</p><p data-testid="asked">${asked}</p>${sent === null ? '' : `<p data-testid="sent">${sent}</p>`}</article>`;
  const cards = (...list: string[]) => `<!doctype html><title>x</title><h1>Claim folder</h1><div data-testid="claims"><p data-testid="total">$900.00</p>${list.join('')}</div>`;

  it('reads each claim in its own part, and a value that one of them lacks is not taken from its neighbour', async () => {
    const page_ = cards(card('26H0041177AB', 'Turned down', '$412.00', '$0.00'), card('26H0041178AB', 'Waiting', '$90.00', null), card('26H0041179AB', 'Sent', '$88.00', '$80.00'));
    expect((await readWith(page_, null)).claims).toEqual([]);
    const reading = await readWith(page_, map);
    expect(reading.kind).toBe('claim-list');
    expect(reading.claims.map((claim) => [claim.claimControlNumber?.value, claim.status?.value ?? null, claim.charge?.value, claim.paid?.value ?? null, claim.serviceFrom?.value])).toEqual([
      ['26H0041177AB', 'denied', 41200, 0, '2026-03-02'], ['26H0041178AB', null, 9000, null, '2026-03-02'], ['26H0041179AB', 'paid', 8800, 8000, '2026-03-02'],
    ]);
    expect(reading.map?.fell).toEqual([]);
  });

  it('leaves a value open where the general reader sees another in the same row', async () => {
    const row = (no: string, charge: string, hooked: string) => `<tr><td data-testid="no">${no}</td><td>LINDQVIST, ODA</td><td>${charge}</td><td>Denied</td><td data-testid="asked">${hooked}</td></tr>`;
    const reading = await readWith(`<!doctype html><h1>Claims</h1><div data-testid="claims"><table><tr><th>Claim Number</th><th>Patient</th><th>Billed</th><th>Status</th><th>Sum</th></tr>${row('26H0041177AB', '$412.00', '')}${row('26H0041178AB', '$90.00', '$95.00')}</table></div>`, map);
    expect(reading.claims.map((claim) => claim.charge?.value ?? null)).toEqual([41200, null]);
  });

  it('says nothing where one number stands in two places', async () => {
    const reading = await readWith(cards(card('26H0041177AB', 'Turned down', '$412.00', '$0.00'), card('26H0041177AB', 'Sent', '$88.00', '$80.00')), map);
    expect(reading.claims).toEqual([]);
  });

  it('a field that no row has any more fell; one that some rows lack did not', async () => {
    const gone = (no: string) => card(no, 'Sent', '$88.00', '$80.00').replace('data-testid="asked"', 'data-testid="now-otherwise"');
    expect((await readWith(cards(gone('26H0041177AB'), gone('26H0041178AB')), map)).map?.fell).toEqual(['charge']);
    expect((await readWith(cards(gone('26H0041177AB'), card('26H0041178AB', 'Sent', '$88.00', '$80.00')), map)).map?.fell).toEqual([]);
  });
});
