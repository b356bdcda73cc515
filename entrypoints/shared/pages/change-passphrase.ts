import type { PassphraseFault } from '../../../components/practice/PassphraseForm.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { sendCommand } from '../send-command.ts';

/** Asks for a new passphrase; null when it is in force, else what stood in the way, at the field where it is mended. */
export async function changePassphrase(current: string, next: string): Promise<PassphraseFault | null> {
  const reply = await sendCommand('vault:change-passphrase', { current, next });
  return reply.ok ? null : { at: reply.error.field === 'next' ? 'next' : 'current', words: errorWords(reply.error.code) };
}
