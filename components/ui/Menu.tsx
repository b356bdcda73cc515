import type { ReactNode } from 'react';
import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { KeyHint } from './KeyHint.tsx';
import { optionRow, popoverBox } from './option-row.ts';

export type MenuEntry = { id: string; label: string; icon?: ReactNode; shortcut?: string; isDisabled?: boolean; onChoose: () => void };

/** What is done more rarely, behind three dots. */
export function Menu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2 data-[hovered]:bg-hover data-[hovered]:text-ink data-[pressed]:bg-hover"><Ellipsis aria-hidden className="size-4" /></Button>
      <Popover placement="bottom end" className={popoverBox}>
        <AriaMenu className="min-w-44 p-1 outline-none" disabledKeys={entries.filter((one) => one.isDisabled === true).map((one) => one.id)}>
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} onAction={entry.onChoose} className={optionRow}>
              {entry.icon}
              <span className="min-w-0 flex-1">{entry.label}</span>
              {entry.shortcut !== undefined && <KeyHint keys={entry.shortcut} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
