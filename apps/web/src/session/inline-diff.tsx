import { diffOfTexts } from '../task/diff-lines.js';
import { DiffView } from '../task/diff-view.js';
import type { ToolDiff } from './item-data.js';

/** What one call of a tool changes in one file. */
export function InlineDiff({ diff: { path, oldText, newText } }: { diff: ToolDiff }) {
  return <DiffView path={path} lines={diffOfTexts(oldText ?? '', newText ?? '')} layout="unified" />;
}
