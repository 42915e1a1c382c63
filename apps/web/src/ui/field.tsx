import type { ReactNode } from 'react';

/** A control that is as wide as what is in it. */
export const CONTROL_SHAPE =
  'min-h-7 rounded-chip border border-control bg-surface px-2 py-1 text-text pointer-coarse:min-h-11';

/** A control that fills its place. */
export const CONTROL = `${CONTROL_SHAPE} w-full`;

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  children: ReactNode;
}

/** A label over its control. The control names `<id>-hint` and `<id>-error` where there is one. */
export function Field({ id, label, hint, error = null, children }: FieldProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-text-3">
          {hint}
        </p>
      )}
      {error !== null && (
        <p id={`${id}-error`} role="alert" className="text-meta text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
