import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';

/** A question that must be answered before going on. Escape and a press outside close it. */
export function Dialog({ title, isOpen, onClose, children, footer, wide = false }: { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; footer?: ReactNode; /** For what is compared side by side. */ wide?: boolean }) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable className="fixed inset-0 z-50 flex items-start justify-center overflow-auto bg-[light-dark(rgb(15_20_30/0.35),rgb(0_0_0/0.6))] p-4">
      <Modal className={classes('w-full rounded-lg border border-line bg-raised shadow-float', wide ? 'max-w-3xl' : 'max-w-md')}>
        <AriaDialog className="flex flex-col outline-none">
          <header className="flex items-center justify-between gap-2 py-2 pr-2 pl-4">
            <Heading slot="title" className="text-lead font-semibold">{title}</Heading>
            <IconButton label="Close" shortcut="Esc" icon={<X aria-hidden className="size-4" />} onPress={onClose} />
          </header>
          <div className="px-4 pb-4">{children}</div>
          {footer !== undefined && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
