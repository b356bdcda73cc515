import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';

/** A heading that opens to its detail. `aside` stays visible when closed. */
export function Disclosure({ title, aside, isOpenAtFirst = false, level = 3, children }: { title: ReactNode; aside?: ReactNode; isOpenAtFirst?: boolean; level?: 2 | 3 | 4; children: ReactNode }) {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst} className="group border-b border-line last:border-b-0">
      <Heading level={level} className="m-0">
        <Button slot="trigger" className="flex min-h-9 w-full items-center gap-2 rounded-sm py-1 text-left text-body font-medium">
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 transition-transform group-data-[expanded]:rotate-90" />
          <span className="min-w-0 flex-1">{title}</span>
          {aside !== undefined && <span className="shrink-0 font-normal text-ink-2">{aside}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="pl-5.5 group-data-[expanded]:pb-3">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
