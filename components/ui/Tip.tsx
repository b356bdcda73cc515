import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyHint } from './KeyHint.tsx';

/** A short tip beside a control. The control must be usable without it. */
export function Tip({ text, shortcut, children }: { text: string; shortcut?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip offset={6} className="flex max-w-64 items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-small text-ink shadow-float">
        {text}
        {shortcut !== undefined && <KeyHint keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
