import type { KeyboardEvent } from 'react';
import { Search } from 'lucide-react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Heading } from 'react-aria-components/Heading';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { KeyHint } from './KeyHint.tsx';
import { optionRow } from './option-row.ts';

/** Whether a row is chosen by the arrow keys, and still there. */
const pointsAtRow = (box: Element): boolean => document.getElementById(box.getAttribute('aria-activedescendant') ?? '') !== null;

export type PaletteEntry = { id: string; label: string; hint?: string; shortcut?: string; isForeign?: boolean; onChoose: () => void };
export type PaletteGroup = { name: string; entries: readonly PaletteEntry[] };

/**
 * Everything that can be done, and every case, by typing: Ctrl K. `groups` are already those that fit what was typed; Enter takes the first of
 * them, which says so. The widget's own choosing of the first is off: it points at rows that are gone by the next letter.
 */
export function CommandPalette({ isOpen, text, groups, note, onText, onEnter, onClose }: { isOpen: boolean; text: string; groups: readonly PaletteGroup[]; /** Said below the list: nothing found, or more than is shown. */ note: string; onText: (text: string) => void; /** Enter while nothing in the list is chosen: the first that fits. */ onEnter: () => void; onClose: () => void }) {
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !pointsAtRow(event.currentTarget)) onEnter();
    if (event.key !== 'Escape') return;
    // Away at the first press, whatever is typed: the field itself would only be emptied, and the next key would go there.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable className="fixed inset-0 z-50 flex items-start justify-center overflow-auto bg-[light-dark(rgb(15_20_30/0.35),rgb(0_0_0/0.6))] p-3 pt-[8vh]">
      <Modal className="w-full max-w-xl rounded-lg border border-line bg-raised shadow-float">
        <AriaDialog className="flex max-h-[75vh] flex-col outline-none">
          <Heading slot="title" className="sr-only">Search and commands</Heading>
          <Autocomplete inputValue={text} onInputChange={onText} disableAutoFocusFirst>
            {/* Keys are heard before the list hears of them: an Enter that no row is chosen for takes the first one. */}
            <SearchField aria-label="Search cases and commands" autoFocus className="relative border-b border-line p-2">
              <Search aria-hidden className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-ink-3" />
              <Input onKeyDownCapture={onKey} placeholder="Case or command" maxLength={200} autoComplete="off" spellCheck={false} className="h-9 w-full rounded-md bg-raised pr-2 pl-8 text-lead text-ink outline-none [&::-webkit-search-cancel-button]:hidden" />
            </SearchField>
            {/* Arrow keys move in it from the field; a stop of its own, so that it can be scrolled by keys alone as well. */}
            <div role="group" aria-label="What fits" tabIndex={0} className="min-h-0 flex-1 overflow-auto rounded-md">
              <Menu aria-label="Cases and commands" className="p-1 outline-none" renderEmptyState={() => <span className="block px-2 py-3 text-ink-2">{note}</span>}>
                {groups.map((group, place) => (
                  <MenuSection key={group.name} className="pb-1">
                    <Header className="px-2 pt-1.5 pb-0.5 text-small text-ink-3">{group.name}</Header>
                    {group.entries.map((entry, row) => (
                      <MenuItem key={entry.id} id={entry.id} textValue={entry.label} onAction={() => { onClose(); entry.onChoose(); }} className={optionRow}>
                        <span className={`min-w-0 flex-1 truncate ${entry.isForeign === true ? 'foreign' : ''}`}>{entry.label}</span>
                        {entry.hint !== undefined && <span className="figures shrink-0 text-small text-ink-3">{entry.hint}</span>}
                        {text.trim() !== '' && place === 0 && row === 0 ? <KeyHint keys="Enter" /> : entry.shortcut !== undefined && <KeyHint keys={entry.shortcut} />}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </div>
          </Autocomplete>
          <p role="status" className="sr-only">{text.trim() === '' || groups[0]?.entries[0] === undefined ? note : `Enter takes the first: ${groups[0].entries[0].label}`}</p>
          {groups.length > 0 && note !== '' && <p className="border-t border-line px-3 py-1.5 text-small text-ink-3">{note}</p>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
