interface ProgressProps {
  label: string;
  done: number;
  /** Null: nobody knows yet how much there is. */
  total: number | null;
}

export function Progress({ label, done, total }: ProgressProps) {
  const value = total === null || total === 0 ? {} : { value: done, max: total };
  return <progress aria-label={label} className="h-2 w-full" {...value} />;
}
