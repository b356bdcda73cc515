import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { keyGroups } from '../words/key-words.ts';

/** All keys, by where they act. Single keys can be switched off for people who dictate or tremble. */
export function KeyHelp({ isOpen, onClose, areSingleKeysOn, onSingleKeys }: { isOpen: boolean; onClose: () => void; areSingleKeysOn: boolean; onSingleKeys: (on: boolean) => void }) {
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose}>
      <div className="flex flex-col gap-2.5">
        {keyGroups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-0.5 text-small font-semibold text-ink-3">{group.title}</h3>
            <dl className="grid grid-cols-[5.5rem_1fr] items-center gap-y-0 text-small leading-5">
              {group.entries.map((entry) => (
                <div key={entry.keys + entry.does} className="contents"><dt><KeyHint keys={entry.keys} /></dt><dd>{entry.does}</dd></div>
              ))}
            </dl>
          </section>
        ))}
        <Checkbox isSelected={areSingleKeysOn} onChange={onSingleKeys} hint="Enter, Escape, arrows and Ctrl Enter always work.">Single keys on</Checkbox>
      </div>
    </Dialog>
  );
}
