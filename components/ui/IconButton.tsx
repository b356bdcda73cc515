import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import { Tip } from './Tip.tsx';

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  /** Said to screen readers and shown as the tip. */
  label: string;
  /** The key that does the same, shown in the tip. */
  shortcut?: string;
  icon: ReactNode;
  isActive?: boolean;
};

/** A 28 px button that shows only an icon; its name appears on hover and focus. */
export function IconButton({ label, shortcut, icon, isActive = false, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-2 data-[hovered]:bg-hover data-[hovered]:text-ink data-[pressed]:bg-hover data-[disabled]:opacity-50',
          isActive && 'bg-accent-soft text-accent',
        )}
      >
        {icon}
      </AriaButton>
    </Tip>
  );
}
