import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { CircleAlert } from 'lucide-react';

/** What every field has around its input: name above, hint or error below. Stands inside a react-aria field, which links the parts. */
export function FieldFrame({ label, hint, error, aside, hideLabel = false, children }: { label: string; hint?: ReactNode; error?: string | null; aside?: ReactNode; hideLabel?: boolean; children: ReactNode }) {
  return (
    <>
      <span className={hideLabel ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <Label className="text-small font-medium text-ink-2">{label}</Label>
        {aside !== undefined && <span className="text-small text-ink-3">{aside}</span>}
      </span>
      {children}
      {hint !== undefined && hint !== null && (error ?? '') === '' && <Text slot="description" className="text-small text-ink-3">{hint}</Text>}
      <FieldError className="flex items-start gap-1 text-small text-over">
        {() => (error === undefined || error === null || error === '' ? null : <><CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />{error}</>)}
      </FieldError>
    </>
  );
}

/** The box of every text-like input. */
export const inputBox = 'w-full min-w-0 rounded-md border border-edge bg-raised px-2 text-body text-ink data-[hovered]:border-ink-3 data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:outline-offset-0 data-[focused]:outline-accent data-[invalid]:border-over data-[disabled]:opacity-60';
