import type { ReactNode, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldFrame, inputBox } from './FieldFrame.tsx';

export type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
  label: string; hint?: ReactNode; error?: string | null; aside?: ReactNode; hideLabel?: boolean; placeholder?: string;
  /** More than one makes it a text area. */
  rows?: number;
  /** Numbers of claims and people: equal-width figures. */
  isIdentifier?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** One line of text, or several with `rows`. */
export function TextField({ label, hint, error, aside, hideLabel, placeholder = '', rows = 1, isIdentifier = false, inputRef = null, ...rest }: TextFieldProps) {
  const isInvalid = (error ?? '') !== '';
  return (
    <AriaTextField {...rest} isInvalid={isInvalid} validationBehavior="aria" className="flex flex-col gap-1">
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} {...(aside === undefined ? {} : { aside })} {...(hideLabel === undefined ? {} : { hideLabel })}>
        {rows > 1
          ? <TextArea rows={rows} placeholder={placeholder} className={classes(inputBox, 'resize-y py-1.5')} />
          : <Input ref={inputRef} placeholder={placeholder} className={classes(inputBox, 'h-8', isIdentifier && 'figures')} />}
      </FieldFrame>
    </AriaTextField>
  );
}
