import type { ChangeStatus } from '../../contracts/index.js';

/** A file as `git diff --raw -z` lists it. */
export interface RawChange {
  status: ChangeStatus;
  path: string;
  oldPath: string | null;
  oldMode: string;
  newMode: string;
  oldBlob: string;
  newBlob: string;
}

export interface Count {
  added: number;
  removed: number;
  binary: boolean;
}

const RAW = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;
const COUNT = /^(\d+|-)\t(\d+|-)\t([^]*)$/;
const STATUS: Readonly<Record<string, ChangeStatus>> = { A: 'A', C: 'A', M: 'M', D: 'D', R: 'R', T: 'T' };

/** Names are whatever stands between two NULs, so every name is exact. An entry that was cut off is left out. */
export function parseRaw(text: string): RawChange[] {
  const words = wholeWords(text);
  const changes: RawChange[] = [];
  for (let at = 0; at < words.length;) {
    const [, oldMode, newMode, oldBlob, newBlob, letter] = RAW.exec(words[at] ?? '') ?? [];
    const status = STATUS[letter ?? ''];
    const isPair = letter === 'R' || letter === 'C';
    const [first, second] = [words[at + 1], words[at + 2]];
    const path = isPair ? second : first;
    if (path === undefined || first === undefined) break;
    if (!status || !oldMode || !newMode || !oldBlob || !newBlob) {
      throw new Error(`git listed a change that cannot be read: ${words[at] ?? ''}`);
    }
    changes.push({ status, path, oldPath: letter === 'R' ? first : null, oldMode, newMode, oldBlob, newBlob });
    at += isPair ? 3 : 2;
  }
  return changes;
}

/** In the order of the list. `-` stands for a file that is not text. */
export function parseCounts(text: string): Count[] {
  const words = wholeWords(text);
  const counts: Count[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, added, removed, path] = COUNT.exec(words[at] ?? '') ?? [];
    if (added === undefined || removed === undefined) {
      throw new Error(`git counted something that cannot be read: ${words[at] ?? ''}`);
    }
    // A renamed file has its two names after it.
    if (path === '') at += 2;
    if (at >= words.length) break;
    counts.push({ added: Number(added) || 0, removed: Number(removed) || 0, binary: added === '-' });
  }
  return counts;
}

const SECTION = '\ndiff --git ';

/**
 * The patch of each file, in the order of the list; null where `git diff` was cut off before. Lines of a file begin with
 * a space or a sign, so only git itself begins one with `diff`. A file of another type has two parts: it goes and comes.
 */
export function splitPatches(text: string, changes: readonly RawChange[], isCut: boolean): (string | null)[] {
  const parts = `\n${text}`.split(SECTION).slice(1);
  if (isCut) parts.pop();
  let at = 0;
  const patches = changes.map(({ status }): string | null => {
    const count = status === 'T' ? 2 : 1;
    const own = parts.slice(at, at + count);
    at += count;
    return own.length === count ? own.map(withoutHeader).join('') : null;
  });
  if (!isCut && at !== parts.length) throw new Error('git gave other patches than it listed files.');
  return patches;
}

/** From the first hunk on: names and modes stand in the list. Postgres keeps no NUL. */
function withoutHeader(part: string): string {
  const hunk = part.indexOf('\n@@ ');
  if (hunk < 0) return '';
  const text = part.slice(hunk + 1).replaceAll('\0', '\uFFFD');
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** What follows the last NUL was cut off, or is nothing. */
const wholeWords = (text: string): string[] => text.split('\0').slice(0, -1);
