import type { ItemView } from '@foundry/task/contracts';
import { CircleAlert, CircleCheck, FileText, Globe, Loader, Pencil, Search, Terminal, Wrench } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { Disclosure } from '../ui/disclosure.js';
import { Skeleton } from '../ui/skeleton.js';
import { revealed } from '../ui/revealed.js';
import { Elapsed } from './elapsed.js';
import { ToolCallData } from './item-data.js';
import { spanOf } from './words.js';

const ToolDetails = lazy(async () => ({ default: (await import('./tool-details.js')).ToolDetails }));
const ChangedLines = lazy(async () => ({ default: (await import('./changed-lines.js')).ChangedLines }));

const KINDS = {
  read: [FileText, 'Read'],
  edit: [Pencil, 'Edited'],
  delete: [Pencil, 'Deleted'],
  move: [Pencil, 'Moved'],
  execute: [Terminal, 'Ran'],
  run: [Terminal, 'Ran'],
  search: [Search, 'Searched'],
  fetch: [Globe, 'Fetched'],
  think: [Wrench, 'Thought'],
} as const;
const OTHER = [Wrench, 'Used'] as const;

const isKind = (kind: string): kind is keyof typeof KINDS => kind in KINDS;
export const toolKind = (kind: string | null | undefined) => (kind && isKind(kind) ? KINDS[kind] : OTHER);

/** A call of a tool: what it did in one line, and everything of it when it is opened. */
export function ToolCall({ item }: { item: ItemView }) {
  const data = useMemo(() => ToolCallData.parse(item.data), [item.data]);
  const { kind, title, ms, status, exitCode, diffs } = data;
  const [Icon, verb] = toolKind(kind);
  const isFailed = status === 'failed' || (exitCode ?? 0) !== 0;
  return (
    <Disclosure
      isOpenAtFirst={false}
      summary={
        <span className="flex min-w-0 flex-1 items-center gap-2">
          <Icon aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-2" />
          <span className="sr-only">{verb}</span>
          <span className="min-w-0 truncate">{revealed(title ?? item.text)}</span>
          {diffs && diffs.length > 0 && (
            <Suspense fallback={null}>
              <ChangedLines diffs={diffs} />
            </Suspense>
          )}
          <span className="ml-auto flex shrink-0 items-center gap-1 text-meta text-text-3">
            {item.open ? (
              <>
                <Elapsed since={item.createdAt} />
                <Loader aria-hidden="true" size={14} strokeWidth={1.75} className="animate-spin text-accent" />
                <span className="sr-only">running</span>
              </>
            ) : (
              <>
                {ms !== null && ms !== undefined && <span>{spanOf(ms)}</span>}
                {isFailed ? (
                  <>
                    <CircleAlert aria-hidden="true" size={14} strokeWidth={1.75} className="text-danger" />
                    <span className="text-danger">failed</span>
                  </>
                ) : (
                  <>
                    <CircleCheck aria-hidden="true" size={14} strokeWidth={1.75} />
                    <span className="sr-only">done</span>
                  </>
                )}
              </>
            )}
          </span>
        </span>
      }
    >
      {() => (
        <Suspense fallback={<Skeleton rows={2} label="Loading the details" />}>
          <ToolDetails data={data} />
        </Suspense>
      )}
    </Disclosure>
  );
}
