export type DiffLineKind = 'context' | 'added' | 'removed' | 'hunk' | 'note';

/** One line of a difference, with its number on both sides where it is there. */
export interface DiffLine {
  readonly kind: DiffLineKind;
  readonly text: string;
  readonly oldLine: number | null;
  readonly newLine: number | null;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** The lines of a patch of one file as git writes it, without what stands before the first hunk. */
export function patchLines(patch: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = 0;
  let newLine = 0;
  let isInHunk = false;
  for (const line of patch.replace(/\n$/, '').split('\n')) {
    const hunk = HUNK.exec(line);
    if (hunk) {
      oldLine = Number(hunk[1]);
      newLine = Number(hunk[2]);
      isInHunk = true;
      lines.push({ kind: 'hunk', text: line, oldLine: null, newLine: null });
      continue;
    }
    if (!isInHunk) continue;
    const text = line.slice(1);
    if (line.startsWith('+')) lines.push({ kind: 'added', text, oldLine: null, newLine: newLine++ });
    else if (line.startsWith('-')) lines.push({ kind: 'removed', text, oldLine: oldLine++, newLine: null });
    else if (line.startsWith('\\')) lines.push({ kind: 'note', text: text.trim(), oldLine: null, newLine: null });
    else lines.push({ kind: 'context', text, oldLine: oldLine++, newLine: newLine++ });
  }
  return lines;
}

/** More lines than these between what is equal are shown as removed and added as a whole. */
const MOST_COMPARED = 800;
const AROUND = 3;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** The difference of two texts, with three lines around each change. */
export function diffOfTexts(before: string, after: string): DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = compared(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const whole: DiffLine[] = [];
  let oldLine = 1;
  let newLine = 1;
  const same = (text: string): void => {
    whole.push({ kind: 'context', text, oldLine: oldLine++, newLine: newLine++ });
  };
  a.slice(0, start).forEach(same);
  for (const { kind, text } of middle) {
    if (kind === 'context') same(text);
    else if (kind === 'removed') whole.push({ kind, text, oldLine: oldLine++, newLine: null });
    else whole.push({ kind, text, oldLine: null, newLine: newLine++ });
  }
  a.slice(a.length - end).forEach(same);
  return nearChanges(whole);
}

type Compared = Pick<DiffLine, 'text'> & { kind: 'context' | 'added' | 'removed' };

/** By the longest run of common lines. */
function compared(a: readonly string[], b: readonly string[]): Compared[] {
  const removed = a.map((text): Compared => ({ kind: 'removed', text }));
  const added = b.map((text): Compared => ({ kind: 'added', text }));
  if (a.length === 0 || b.length === 0 || a.length > MOST_COMPARED || b.length > MOST_COMPARED) {
    return [...removed, ...added];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const result: Compared[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      result.push({ kind: 'context', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      result.push({ kind: 'removed', text: left });
      i += 1;
    } else if (right !== undefined) {
      result.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return result;
}

function nearChanges(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'context') return;
    for (let other = index - AROUND; other <= index + AROUND; other += 1) near.add(other);
  });
  const result: DiffLine[] = [];
  lines.forEach((line, index) => {
    if (!near.has(index)) return;
    if (!near.has(index - 1) && index > 0) {
      result.push({ kind: 'hunk', text: `Line ${line.newLine ?? line.oldLine ?? 1}`, oldLine: null, newLine: null });
    }
    result.push(line);
  });
  return result;
}

/** Where two lines differ: what they have in common at both ends is left out. */
export function changedPart(text: string, other: string): readonly [number, number] {
  let start = 0;
  const most = Math.min(text.length, other.length);
  while (start < most && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, text.length - end];
}

/** One row of a difference in two columns. */
export interface SplitRow {
  readonly left: DiffLine | null;
  readonly right: DiffLine | null;
}

/** Removed lines beside the added ones that follow them. */
export function splitRows(lines: readonly DiffLine[]): SplitRow[] {
  const rows: SplitRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const close = (): void => {
    const count = Math.max(removed.length, added.length);
    for (let index = 0; index < count; index += 1) {
      rows.push({ left: removed[index] ?? null, right: added[index] ?? null });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') {
      if (added.length > 0) close();
      removed.push(line);
    } else if (line.kind === 'added') added.push(line);
    else {
      close();
      rows.push({ left: line, right: line });
    }
  }
  close();
  return rows;
}
