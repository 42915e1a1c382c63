import type { ReactNode } from 'react';

export const CONTROL =
  'min-h-7 w-full rounded-chip border border-control bg-surface px-2 py-1 text-text pointer-coarse:min-h-11';

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
