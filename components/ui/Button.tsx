import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from './classes.ts';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

const look: Record<Kind, string> = {
  primary: 'primary-button border-transparent bg-accent text-on-accent data-[hovered]:bg-accent-strong data-[pressed]:bg-accent-strong',
  plain: 'border-edge bg-raised text-ink data-[hovered]:bg-hover data-[pressed]:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink-2 data-[hovered]:bg-hover data-[hovered]:text-ink data-[pressed]:bg-hover',
  danger: 'border-over bg-raised text-over data-[hovered]:bg-over-soft data-[pressed]:bg-over-soft',
};

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  kind?: Kind;
  /** `small` is for bars and rows; still 28 px high. */
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** Fills the width of what it stands in. */
  wide?: boolean;
  children: ReactNode;
};

/** A button with words. One `primary` per view. */
export function Button({ kind = 'plain', size = 'normal', icon, wide = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none',
        'data-[disabled]:opacity-50 data-[pending]:opacity-70',
        size === 'small' && 'h-7 px-2 text-small', size === 'normal' && 'h-8 px-3 text-body', size === 'large' && 'h-10 px-4 text-lead',
        wide && 'w-full', look[kind],
      )}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
