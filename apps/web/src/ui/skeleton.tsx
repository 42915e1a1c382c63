interface SkeletonProps {
  rows: number;
  /** What is being read, for those who do not see grey bars. */
  label: string;
}

/** Rows that will be there in a moment. Shown after 150 ms only, so that what is fast does not flicker. */
export function Skeleton({ rows, label }: SkeletonProps) {
  return (
    <div role="status" className="grid animate-[appear_1ms_150ms_both] gap-2 p-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="h-9 rounded-button bg-hover" />
      ))}
    </div>
  );
}
