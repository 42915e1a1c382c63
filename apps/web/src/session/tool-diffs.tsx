import { lazy, Suspense } from 'react';
import { Skeleton } from '../ui/skeleton.js';
import type { ToolDiff } from './item-data.js';

const InlineDiff = lazy(async () => ({ default: (await import('./inline-diff.js')).InlineDiff }));

/** The files that a call of a tool changes. What draws them is fetched when the first one is looked at. */
export function ToolDiffs({ diffs }: { diffs: readonly ToolDiff[] }) {
  return diffs.map((diff, index) => (
    <Suspense key={index} fallback={<Skeleton rows={2} label="Loading the changes" />}>
      <InlineDiff diff={diff} />
    </Suspense>
  ));
}
