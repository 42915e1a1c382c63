import { diffOfTexts } from '../task/diff-lines.js';
import type { ToolDiff } from './item-data.js';

/** Longer texts are not compared for a line of the transcript. */
const MOST_CHARACTERS = 40_000;

/** How many lines changes add and take away; null: there are none, or they are too long to count. */
export function diffCounts(diffs: readonly ToolDiff[]): { added: number; removed: number } | null {
  const size = diffs.reduce((sum, { oldText, newText }) => sum + (oldText ?? '').length + (newText ?? '').length, 0);
  if (diffs.length === 0 || size > MOST_CHARACTERS) return null;
  const kinds = diffs.flatMap(({ oldText, newText }) => diffOfTexts(oldText ?? '', newText ?? ''));
  const count = (kind: string): number => kinds.filter((line) => line.kind === kind).length;
  return { added: count('added'), removed: count('removed') };
}
