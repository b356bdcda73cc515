import { browser } from 'wxt/browser';
import { Button } from '../../components/ui/Button.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { portalModeHint, portalModeWords } from '../../components/words/portal-mode-words.ts';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import { termsUnderPolicy } from '../../rules/policy/portal-policy.ts';
import { listPortalGrants } from '../../storage/portal-grants.ts';
import { readPracticeProfile } from '../../storage/settings.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useManaged } from '../shared/pages/use-managed.ts';
import { sendCommand } from '../shared/send-command.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';

const originsOf = (portal: (typeof portalHosts)[number]) => [...portal.hosts, ...portal.frameHosts].map((host) => `https://${host}/*`);

/**
 * The practice's portals, what each allows, and the permission given or not. Asking must be the first thing a press does,
 * or the browser no longer counts it as one.
 */
export function PortalsPane({ session }: { session: OpenVault }) {
  const state = useQuery(async () => ({ chosen: (await readPracticeProfile(session.db))?.portals ?? [], grants: await listPortalGrants(session.db) }), [session.db]);
  const managed = useManaged();
  if (state.state !== 'ready' || managed === null) return null;
  const { chosen, grants } = state.value;
  const granted = new Set(grants.map((grant) => grant.origin));
  const shown = portalHosts.filter((portal) => chosen.includes(portal.id) || originsOf(portal).some((origin) => granted.has(origin)));
  const others = grants.filter((grant) => !portalHosts.some((portal) => originsOf(portal).includes(grant.origin)));

  const allow = (origins: string[]) => {
    void browser.permissions.request({ origins }).then(async (isGiven) => {
      if (isGiven) await sendCommand('portal:granted', { origins });
    });
  };
  const withdraw = (origins: string[]) => {
    void sendCommand('portal:withdraw', { origins }).then(() => browser.permissions.remove({ origins }));
  };

  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-title font-semibold">Portals</h1>
      <p className="text-ink-2">Overturn reads pages you opened and nothing else. It never clicks, types or stays signed in for you. Each portal is allowed one by one, and can be taken back here.</p>
      {shown.length === 0 && others.length === 0 && <p className="text-ink-3">None yet. Open a portal, press the toolbar button, and read the page: you can allow it for good there.</p>}
      <ul className="flex flex-col">
        {shown.map((portal) => {
          const origins = originsOf(portal);
          const mode = termsUnderPolicy(managed.policy, (portal.hosts[0] ?? '').replace('*.', '')).mode;
          const isNarrowed = mode !== portal.mode;
          const isGranted = origins.every((origin) => granted.has(origin));
          return (
            <li key={portal.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{portal.name}</p>
                <p className="text-small text-ink-3">{portalModeHint(mode)}{isNarrowed && ' Set by your organization.'}</p>
              </div>
              <Chip tone={mode === 'hands-off' ? 'soon' : 'plain'}>{portalModeWords(mode)}</Chip>
              {isNarrowed && isGranted && <Button size="small" onPress={() => withdraw(origins)}>Take back</Button>}
              {mode === 'assisted' && (isGranted ? <Button size="small" onPress={() => withdraw(origins)}>Take back</Button> : <Button size="small" onPress={() => allow(origins)}>Allow</Button>)}
            </li>
          );
        })}
        {others.map((grant) => (
          <li key={grant.origin} className="flex items-center gap-3 border-b border-line py-2.5">
            <p className="foreign min-w-0 flex-1">{grant.origin}</p>
            <Button size="small" onPress={() => withdraw([grant.origin])}>Take back</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
