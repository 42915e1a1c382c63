import { useMemo } from 'react';
import { diffCounts } from './diff-counts.js';
import type { ToolDiff } from './item-data.js';

/** How many lines a call of a tool changed, in signs: "+4 −1". */
export function ChangedLines({ diffs }: { diffs: readonly ToolDiff[] }) {
  const counts = useMemo(() => diffCounts(diffs), [diffs]);
  if (!counts) return null;
  return (
    <span className="shrink-0 text-meta text-text-2">
      +{counts.added} −{counts.removed}
    </span>
  );
}
