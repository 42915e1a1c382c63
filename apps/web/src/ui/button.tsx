import type { ButtonHTMLAttributes } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent border-accent',
  plain: 'bg-surface text-text border-control hover:bg-hover',
  quiet: 'border-transparent text-text-2 hover:bg-hover hover:text-text',
  danger: 'bg-surface text-danger border-danger hover:bg-hover',
} as const;

export type ButtonLook = keyof typeof LOOKS;

const BASE =
  'inline-flex min-h-7 items-center justify-center gap-1.5 rounded-button border px-2.5 py-1 font-medium no-underline pointer-coarse:min-h-11';

/** The classes of a button, for links that look like one. */
export const buttonLook = (look: ButtonLook = 'plain'): string => `${BASE} ${LOOKS[look]}`;

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  /** Said instead of the label while the work goes on; the button can be reached but does nothing. */
  pending?: string | null;
}

export function Button({ look = 'plain', pending = null, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonLook(look)} disabled:opacity-60 ${pending === null ? '' : 'opacity-80'}`}
      aria-disabled={pending === null ? undefined : true}
      onClick={pending === null ? onClick : undefined}
    >
      {pending ?? children}
    </button>
  );
}
