import type { BundleTransport } from '../../../rules/team/transport.ts';
import { saveFile } from '../../shared/pages/save-file.ts';

/** How a hand-over file ends. */
export const HANDOVER_ENDING = '.overturn-handover';

/** What is pulled of files is whole files. */
type FileTransport = { pull: () => Promise<readonly { name: string; bytes: File }[]> };

/** Bundles that travel as files: pushed into the downloads, pulled from what a person chose. */
export function fileTransport(chosen: readonly File[]): Omit<BundleTransport, 'pull'> & FileTransport {
  return {
    push: async ({ name, bytes }) => {
      if (!(bytes instanceof Blob)) return Promise.resolve(false);
      saveFile(new File([bytes], name, { type: 'application/octet-stream' }));
      return Promise.resolve(true);
    },
    pull: async () => Promise.resolve(chosen.map((file) => ({ name: file.name, bytes: file }))),
  };
}
