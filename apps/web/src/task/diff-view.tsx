import { MessageSquarePlus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useVirtualRows } from '../ui/virtual-rows.js';
import { ColouredLine } from '../code/code-text.js';
import { slicedLine, type TokenLine } from '../code/tokens.js';
import { useDiffColours } from '../code/use-diff-colours.js';
import { revealed } from '../ui/revealed.js';
import { changedPart, type DiffLine, type SplitRow, splitRows } from './diff-lines.js';

export interface DiffViewProps {
  path: string;
  lines: readonly DiffLine[];
  layout: 'unified' | 'split';
  /** Fills its place and scrolls inside; otherwise it is as high as its lines. */
  isWhole?: boolean;
  /** The line that is looked at first, on the new side. */
  line?: number | undefined;
  /** Null: nobody may comment here. */
  onComment?: ((line: DiffLine) => void) | null;
  /** Stands under a line: what is being said about it. */
  under?: (line: DiffLine) => ReactNode;
}

const LINE_HEIGHT = 19;
const SIGNS = { context: ' ', added: '+', removed: '−', hunk: '', note: '' } as const;
const LOOKS = {
  context: '',
  added: 'bg-added',
  removed: 'bg-removed',
  hunk: 'bg-sunken text-text-3',
  note: 'text-text-3',
} as const;
// Only the main colour of text can be read on these.
const WORDS = { added: 'bg-added-word *:text-text', removed: 'bg-removed-word *:text-text' } as const;

/** What a screen reader says of a line: its kind in words, its number, its text. */
const nameOf = ({ kind, oldLine, newLine, text }: DiffLine): string => {
  if (kind === 'hunk' || kind === 'note') return text;
  return `${kind === 'context' ? '' : `${kind} `}line ${newLine ?? oldLine ?? 0}: ${revealed(text)}`;
};

/**
 * The difference of one file. Sign and word stand beside each colour. Arrows, or J and K, go from line to line, C
 * comments on the line that has the focus.
 */
export function DiffView({ path, lines, layout, isWhole = false, line, onComment = null, under }: DiffViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    (): readonly SplitRow[] =>
      layout === 'split' ? splitRows(lines) : lines.map((one) => ({ left: one, right: null })),
    [lines, layout],
  );
  const coloursOf = useDiffColours(path, lines);
  const [cursor, setCursor] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ left, right }) => isAt(left, line) || isAt(right, line)),
    ),
  );
  const virtual = useVirtualRows({
    count: isWhole ? rows.length : 0,
    scroller,
    heightOf: () => LINE_HEIGHT,
    keyOf: (index) => String(index),
  });
  const focus = (index: number): void => {
    const next = Math.min(Math.max(index, 0), rows.length - 1);
    setCursor(next);
    if (isWhole) virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
    });
  };
  const commentable = ({ left, right }: SplitRow): DiffLine | null => {
    const one = right ?? left;
    return one && one.kind !== 'hunk' && one.kind !== 'note' ? one : null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-index')) return;
    const row = rows[cursor];
    if (event.key === 'ArrowDown' || event.key === 'j') focus(cursor + 1);
    else if (event.key === 'ArrowUp' || event.key === 'k') focus(cursor - 1);
    else if (event.key === 'c' && onComment && row) {
      const one = commentable(row);
      if (one) onComment(one);
    } else return;
    event.preventDefault();
  };
  const drawn = (row: SplitRow, index: number, style?: React.CSSProperties): ReactNode => {
    const one = commentable(row);
    return (
      <div
        key={index}
        role="listitem"
        ref={isWhole ? virtual.measureElement : undefined}
        data-index={index}
        tabIndex={index === cursor ? 0 : -1}
        aria-label={[row.left, row.right].flatMap((side) => (side ? [nameOf(side)] : [])).join('; ')}
        className={`group ${style ? 'absolute inset-x-0 top-0' : ''} -outline-offset-2`}
        style={style}
        onFocus={() => setCursor(index)}
      >
        <div className={layout === 'split' ? 'grid grid-cols-2' : ''}>
          <Side
            line={row.left}
            other={row.right}
            coloursOf={coloursOf}
            column={layout === 'split' ? 'old' : 'both'}
            onComment={one && onComment ? () => onComment(one) : null}
          />
          {layout === 'split' && (
            <Side line={row.right} other={row.left} coloursOf={coloursOf} column="new" onComment={null} />
          )}
        </div>
        {one && under?.(one)}
      </div>
    );
  };
  const frame = 'font-mono text-[12.5px]/[19px] bg-surface';
  if (!isWhole) {
    return (
      <div
        ref={scroller}
        role="list"
        aria-label={`Changes of ${path}`}
        className={`${frame} max-h-96 overflow-y-auto rounded-card border border-line`}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => drawn(row, index))}
      </div>
    );
  }
  return (
    <div ref={scroller} className={`${frame} h-full min-h-0 overflow-x-hidden overflow-y-auto`} onKeyDown={onKeyDown}>
      <div
        role="list"
        aria-label={`Changes of ${path}`}
        className="relative"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? drawn(row, index, { transform: `translateY(${start}px)` }) : null;
        })}
      </div>
    </div>
  );
}

const isAt = (line: DiffLine | null, number: number | undefined): boolean =>
  number !== undefined && line?.newLine === number;

interface SideProps {
  line: DiffLine | null;
  other: DiffLine | null;
  coloursOf: (line: DiffLine) => TokenLine;
  column: 'old' | 'new' | 'both';
  onComment: (() => void) | null;
}

/** A line on one side; nothing where the other side has more lines. */
function Side({ line, other, coloursOf, column, onComment }: SideProps) {
  if (!line) return <span className="bg-sunken" />;
  const numbers = column === 'both' ? [line.oldLine, line.newLine] : [column === 'old' ? line.oldLine : line.newLine];
  return (
    <span aria-hidden="true" className={`flex min-w-0 ${LOOKS[line.kind]}`}>
      {line.kind !== 'hunk' &&
        numbers.map((number, index) => (
          <span key={index} className="w-10 shrink-0 pr-2 text-right text-text-3 select-none">
            {number ?? ''}
          </span>
        ))}
      <span className="w-4 shrink-0 text-center select-none">
        {onComment ? (
          <>
            <button
              type="button"
              tabIndex={-1}
              title="Comment on this line (C)"
              className="hidden place-items-center rounded-chip bg-accent text-on-accent group-focus-within:grid group-hover:grid"
              onClick={onComment}
            >
              <MessageSquarePlus size={14} strokeWidth={1.75} />
            </button>
            <span className="group-focus-within:hidden group-hover:hidden">{SIGNS[line.kind]}</span>
          </>
        ) : (
          SIGNS[line.kind]
        )}
      </span>
      <span className="min-w-0 flex-1 break-all whitespace-pre-wrap">
        <Text line={line} other={other} pieces={coloursOf(line)} />
      </span>
    </span>
  );
}

/** With what differs from the line beside it marked. */
function Text({ line: { kind, text }, other, pieces }: TextProps) {
  if ((kind !== 'added' && kind !== 'removed') || !other || other.kind === kind || other.kind === 'context') {
    return text === '' ? ' ' : <ColouredLine line={pieces} />;
  }
  const [start, end] = changedPart(text, other.text);
  return (
    <>
      <ColouredLine line={slicedLine(pieces, 0, start)} />
      <span className={WORDS[kind]}>
        <ColouredLine line={slicedLine(pieces, start, end)} />
      </span>
      <ColouredLine line={slicedLine(pieces, end, text.length)} />
    </>
  );
}

interface TextProps {
  line: DiffLine;
  other: DiffLine | null;
  pieces: TokenLine;
}
