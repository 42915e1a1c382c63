import type { ItemView } from '@foundry/task/contracts';
import { CircleAlert, CircleCheck, FileText, Globe, Loader, Pencil, Search, Terminal, Wrench } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CodeText } from '../code/code-text.js';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { diffCounts } from './diff-counts.js';
import { revealed } from '../ui/revealed.js';
import { Elapsed } from './elapsed.js';
import { inputLanguage, outputLanguage, outputText, shownInput, ToolCallData, type ToolDiff } from './item-data.js';
import { ToolDiffs } from './tool-diffs.js';
import { spanOf } from './words.js';

const NO_DIFFS: readonly ToolDiff[] = Object.freeze([]);

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

const SHOWN_LINES = 40;

/** A call of a tool: what it did in one line, and everything of it when it is opened. */
export function ToolCall({ item }: { item: ItemView }) {
  const data = useMemo(() => ToolCallData.parse(item.data), [item.data]);
  const counts = useMemo(() => diffCounts(data.diffs ?? NO_DIFFS), [data]);
  const { kind, title, ms, status, exitCode } = data;
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
          {counts && (
            <span className="shrink-0 text-meta text-text-2">
              +{counts.added} −{counts.removed}
            </span>
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
      {() => <ToolCallDetails data={data} />}
    </Disclosure>
  );
}

function ToolCallDetails({ data }: { data: ToolCallData }) {
  const { input, output, diffs, exitCode } = data;
  const given = shownInput(input);
  const said = outputText(output);
  const isEmpty = given === '' && said === '' && (diffs ?? []).length === 0;
  return (
    <div className="grid gap-2 pb-2">
      {given !== '' && <Text label="Input" text={given} language={inputLanguage(input)} />}
      <ToolDiffs diffs={diffs ?? NO_DIFFS} />
      {said !== '' && <Text label="Output" text={said} language={outputLanguage(data)} />}
      {exitCode !== null && exitCode !== undefined && (
        <p className={exitCode === 0 ? 'text-text-2' : 'text-danger'}>Exit code {exitCode}</p>
      )}
      {isEmpty && <p className="text-text-3">Nothing more was told.</p>}
    </div>
  );
}

/** The last lines of a text; all of them when asked for. */
function Text({ label, text, language }: { label: string; text: string; language: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = text.split('\n');
  const isLong = lines.length > SHOWN_LINES && !isWhole;
  return (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 text-meta text-text-3">
        {label}
        {isLong && (
          <Button look="quiet" onClick={() => setIsWhole(true)}>
            Show all {lines.length} lines
          </Button>
        )}
      </p>
      <pre
        tabIndex={0}
        role="group"
        aria-label={`${label}, text`}
        className="max-h-96 overflow-auto rounded-card border border-line bg-sunken p-2 font-mono text-[12.5px]/[18px]"
      >
        <CodeText text={isLong ? lines.slice(-SHOWN_LINES).join('\n') : text} language={language} />
      </pre>
    </div>
  );
}
