import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { readingSlices } from '../../rules/portals/reader/read-document.ts';
import { startPortalSession } from '../payer-portal.content/portal-session.ts';
import { isTraining, onTrainingChange } from '../shared/training-mode.ts';
import { drawPortal } from './draw-portal.ts';
import './training-portal.css';

/**
 * A portal that comes with the product, for practice mode: no network, no permission. The very script that runs in a real
 * portal's page runs here too, and has no other rights; only the reader need not be brought in by the background.
 */
async function start(): Promise<void> {
  const root = document.getElementById('portal');
  if (root === null) throw new Error('The page has no #portal.');
  onTrainingChange(() => location.reload());
  if (!(await isTraining())) {
    root.textContent = 'Practice mode is off. Start it on the desk, under Settings.';
    return;
  }
  const draw = () => drawPortal(root, location.hash, Temporal.Now.plainDateISO());
  addEventListener('hashchange', draw);
  draw();
  globalThis.overturnReadSlices = readingSlices;
  await startPortalSession(new ContentScriptContext('training-portal'));
}

void start();
