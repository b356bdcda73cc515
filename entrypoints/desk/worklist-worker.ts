import { readTables } from './read-tables.ts';
import type { ToWorklistWorker } from './worklist-messages.ts';

/** Reads one list away from the page, so that a hostile or huge workbook can be ended with its worker. */
self.addEventListener('message', (event: MessageEvent<ToWorklistWorker>) => {
  void readTables(event.data).then((answer) => self.postMessage(answer));
});
