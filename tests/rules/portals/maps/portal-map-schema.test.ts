import { expect, test } from 'vitest';
import { layOver, slimMap } from '../../../../rules/portals/maps/portal-map.ts';
import type { PortalMap } from '../../../../rules/portals/maps/portal-map.ts';
import { parsePortalMap } from '../../../../rules/portals/maps/portal-map-schema.ts';
import { jsonFaultAt } from '../../../../rules/portals/maps/json-fault.ts';
import { mapServes } from '../../../../rules/portals/maps/map-serves.ts';

const map: PortalMap = {
  schema: 'overturn-portal-map/1', id: 'own-amber', name: 'Amber Ridge', version: 1, portals: [], hosts: ['claims.amber.example.com'], frameHosts: [], reach: 'hooks',
  evidence: { trainer: { grade: 'A', source: 'pointed at on the page', checkedOn: '2026-11-27' } },
  pages: [{ kind: 'claim-detail', name: 'Claim', recognise: [], fields: [{ field: 'charge', hooks: [{ by: 'testid', is: 'total-charge', label: 'Total' }], required: true, evidence: 'trainer' }] }],
  labels: [{ text: 'Our file', means: 'claimControlNumber', evidence: 'trainer' }], statuses: [{ word: 'Turned down', means: 'denied', evidence: 'trainer' }], note: '',
};
/** The faults of the map with one place of it changed. */
function faultsOf(path: string, value: unknown): string[] {
  const copy: unknown = structuredClone(map);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy);
  Object.assign(holder as object, { [last]: value });
  const result = parsePortalMap(JSON.stringify(copy));
  return 'faults' in result ? result.faults.map(({ place, what }) => `${place}: ${what}`) : [];
}

test('a sound map is taken as it is', () => {
  expect(parsePortalMap(JSON.stringify(map))).toEqual({ map });
});

test('every fault is named by its path', () => {
  expect(faultsOf('pages.0.fields.0.field', 'shoeSize')[0]).toMatch(/^pages\.0\.fields\.0\.field: /u);
  expect(faultsOf('labels.1', { text: 'our file:', means: 'paid' })).toEqual(['labels.1.text: is there twice']);
  expect(faultsOf('labels.0.evidence', 'nowhere')).toEqual(['labels.0.evidence: nowhere is not among the evidence']);
  expect(faultsOf('pages.0.fields.0.hooks.0', { by: 'css', is: 'td:nth-child(3)' })[0]).toMatch(/^pages\.0\.fields\.0\.hooks\.0\.by: /u);
  expect(faultsOf('script', 'alert(1)')[0]).toMatch(/script/u);
});

test('text that is no JSON is named by its line', () => {
  const text = JSON.stringify(map, null, 2).replace('"reach"', 'reach');
  const line = text.slice(0, text.indexOf('reach')).split('\n').length;
  const result = parsePortalMap(text);
  expect('faults' in result && result.faults[0]?.place).toMatch(new RegExp(`^line ${String(line)}, column \\d+$`, 'u'));
});

test('where a text stops being JSON', () => {
  for (const sound of ['{}', ' [1, -2.5e3, "a\\u00e9\\n", true, null, {"a": []}] ', JSON.stringify(map, null, 2)]) expect(jsonFaultAt(sound), sound).toBeNull();
  for (const [text, at] of [['{"a": oops}', 6], ['[1,]', 3], ['{"a" 1}', 4], ['{"a": 1} x', 9], ['', 0], ['{"a": "b', 6], ['[01]', 2], ['{a: 1}', 1]] as const) {
    expect(jsonFaultAt(text), text).toBe(at);
    expect(() => JSON.parse(text) as unknown).toThrow();
  }
});

test('a label that holds a number of a claim or a person is refused, and what is said of it does not repeat it', () => {
  const faults = faultsOf('labels.0.text', 'Claim 26H0041177');
  expect(faults).toHaveLength(1);
  expect(faults.join()).not.toContain('26H0041177');
});

test('a map for a portal that allows no tool is refused, also under a wide host', () => {
  for (const host of ['www.ngsconnex.com', '*.cms.gov', 'eligibility.va.gov']) expect(faultsOf('hosts', [host]).join(), host).toMatch(/hosts\.0: belongs to a portal that allows no tool/u);
  expect(faultsOf('hosts', ['*.com']).join()).toMatch(/hosts\.0/u);
});

test('what goes into the page has no evidence and no host', () => {
  const slim = JSON.stringify(slimMap(map));
  expect(slim).not.toMatch(/evidence|trainer|amber\.example/u);
});

test('a practice\'s own map lies over the shipped one: its words win, the others stay', () => {
  const shipped = slimMap({ ...map, id: 'shipped', labels: [{ text: 'Our file', means: 'patientControlNumber' }, { text: 'We sent you', means: 'paid' }] });
  const laid = layOver(slimMap(map), shipped);
  expect(laid.labels).toEqual([['Our file', 'claimControlNumber'], ['We sent you', 'paid']]);
  expect(laid).toMatchObject({ id: 'own-amber', pages: [{ kind: 'claim-detail' }, { kind: 'claim-detail' }] });
});

test('a map serves its hosts and no look-alike', () => {
  expect(mapServes({ hosts: ['*.waystar.com'], frameHosts: [] }, 'app.waystar.com:443')).toBe(true);
  expect(mapServes({ hosts: ['*.waystar.com'], frameHosts: [] }, 'waystar.com.evil.example')).toBe(false);
});
