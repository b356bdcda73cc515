import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes.ts';

export type TabEntry<T extends string> = { id: T; label: string; count?: number; content: () => ReactNode };

/** Pages of one subject. Only the open one is drawn. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: { label: string; tabs: readonly TabEntry<T>[]; selected: T; onSelect: (id: T) => void }) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => { const tab = tabs.find((one) => one.id === key); if (tab !== undefined) onSelect(tab.id); }} className="flex min-h-0 flex-col">
      <TabList aria-label={label} className="sticky top-0 z-10 flex gap-4 overflow-x-auto border-b border-line bg-ground px-3">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={classes('-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-body font-medium text-ink-3 select-none', 'data-[hovered]:text-ink data-[selected]:border-accent data-[selected]:text-ink')}>
            {tab.label}
            {tab.count !== undefined && <span className="figures text-small font-normal text-ink-3">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className="min-w-0">{tab.id === selected ? tab.content() : null}</TabPanel>)}
    </AriaTabs>
  );
}
