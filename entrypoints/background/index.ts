import '../shared/zod-setup.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { appealHandlers } from './handlers/appeals.ts';
import { backupHandlers } from './handlers/backup.ts';
import { captureHandlers } from './handlers/captures.ts';
import { callHandlers } from './handlers/calls.ts';
import { caseHandlers } from './handlers/cases.ts';
import { queueHandlers } from './handlers/queue.ts';
import { regroupingHandlers } from './handlers/regroupings.ts';
import { worklistHandlers } from './handlers/worklists.ts';
import { numbersHandlers } from './handlers/numbers.ts';
import { evidenceHandlers } from './handlers/evidence.ts';
import { exportHandlers } from './handlers/exports.ts';
import { keepingHandlers } from './handlers/keeping.ts';
import { libraryHandlers } from './handlers/library.ts';
import { mapHandlers } from './handlers/maps.ts';
import { peopleHandlers } from './handlers/people.ts';
import { teamHandlers } from './handlers/team.ts';
import { portalHandlers } from './handlers/portals.ts';
import { practiceHandlers } from './handlers/practice.ts';
import { recoveryHandlers } from './handlers/recovery.ts';
import { trainingHandlers } from './handlers/training.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { forgetTabCaptures } from './pending-captures.ts';
import { startContextMenu } from './context-menu.ts';
import { startFirstRun } from './first-run.ts';
import { startPortalAccess } from './portal-access.ts';
import { startRouter } from './router.ts';
import { startShortcuts } from './shortcuts.ts';
import { startSweep } from './sweep.ts';
import { startLocking } from './vault-lock.ts';

/**
 * The background: parts, and nothing else. Every listener is registered before anything is waited for, because an event
 * that wakes the worker is lost to a listener that comes later. No part keeps state in a variable: the worker lives for
 * half a minute at a time.
 */
export default defineBackground(() => {
  startRouter({ ...vaultHandlers, ...peopleHandlers, ...teamHandlers, ...appealHandlers, ...practiceHandlers, ...portalHandlers, ...captureHandlers, ...caseHandlers, ...queueHandlers, ...callHandlers, ...worklistHandlers, ...regroupingHandlers, ...evidenceHandlers, ...libraryHandlers, ...trainingHandlers, ...mapHandlers, ...backupHandlers, ...recoveryHandlers, ...exportHandlers, ...numbersHandlers, ...keepingHandlers });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTabCaptures(tabId));
  startContextMenu();
  startFirstRun();
  startLocking();
  startPortalAccess();
  startShortcuts();
  startSweep();
});
