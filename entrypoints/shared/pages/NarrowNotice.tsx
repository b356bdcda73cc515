import { Notice } from '../../../components/ui/Notice.tsx';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

/** Above a page: that space runs out, as the background's sweep found. */
export function NarrowNotice({ session: { db } }: { session: OpenVault }) {
  const state = useQuery(async () => (await db.meta.get('storage-narrow'))?.value === true, [db]);
  if (state.state !== 'ready' || !state.value) return null;
  return (
    <section aria-label="Space" className="pb-4">
      <Notice tone="caution" title="The disk is nearly full">Once it is full nothing more can be saved. Make room on this computer, make a backup, and purge under <a className="text-accent underline" href="#/keeping">Keep and delete</a> what was kept long enough.</Notice>
    </section>
  );
}
