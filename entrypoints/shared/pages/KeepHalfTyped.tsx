import { useRef } from 'react';
import type { ReactNode } from 'react';
import { HalfTypedContext } from '../../../components/ui/half-typed.ts';
import type { OpenVault } from './open-vault.ts';
import { useDraft } from './use-draft.ts';

type Texts = Readonly<Record<string, string>>;

function restored(kept: unknown): Texts | null {
  if (typeof kept !== 'object' || kept === null) return null;
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string').slice(0, 40));
}
const none = (): Texts => ({});

/** Around a form with a kept draft: dates that were left half-typed in it come back as they were left. `draftKey` is that of the form. */
export function KeepHalfTyped({ session, draftKey, children }: { session: OpenVault; draftKey: string; children: ReactNode }) {
  const draft = useDraft<Texts>(session, `${draftKey}:half`, restored, none);
  const texts = useRef<Texts | null>(null);
  if (draft === null) return null;
  const current = (): Texts => (texts.current ??= draft.value);
  const keep = (label: string, text: string | null) => {
    if ((current()[label] ?? null) === text) return;
    const others = Object.fromEntries(Object.entries(current()).filter(([name]) => name !== label));
    texts.current = text === null ? others : { ...others, [label]: text.slice(0, 60) };
    if (Object.keys(texts.current).length === 0) void draft.drop();
    else draft.change(texts.current);
  };
  return <HalfTypedContext value={{ of: (label) => current()[label] ?? null, keep }}>{children}</HalfTypedContext>;
}
