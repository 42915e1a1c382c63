import type { View } from '../api/client.js';

type Page = View['ProcessLog'];

/** What a process said, as text, as far as the machine keeps it. */
export interface ProcessLog {
  readonly text: string;
  /** After which entry to go on reading. */
  readonly after: number;
  /** Older text is not kept, by the machine or here. */
  readonly isCut: boolean;
  /** The machine is away, so there is nothing to read. */
  readonly isAway: boolean;
}

export const NO_LOG: ProcessLog = Object.freeze({ text: '', after: 0, isCut: false, isAway: false });

/** Browsers get slow above it. */
const MOST = 1_000_000;

/** What a terminal does with colours and its cursor; here it is no text. */
const ESCAPE = String.fromCharCode(27);
const MOVES = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${ESCAPE}]*?(?:${ESCAPE}\\\\|\\u0007)|[=>()][A-Z0-9]?)`,
  'gu',
);

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Letters may be cut between two entries, so that their bytes are read as one. */
function textOf(entries: Page['entries']): string {
  const decoder = new TextDecoder();
  const parts = entries.map(({ data }) => decoder.decode(bytesOf(data), { stream: true }));
  return [...parts, decoder.decode()].join('').replaceAll(MOVES, '').replaceAll('\r\n', '\n');
}

/** A log with its next page. */
export function withPage(log: ProcessLog, { entries, next, truncated, state }: Page): ProcessLog {
  const text = log.text + textOf(entries);
  return {
    text: text.slice(-MOST),
    after: next ?? entries.at(-1)?.seq ?? log.after,
    isCut: log.isCut || truncated || text.length > MOST,
    isAway: entries.length === 0 && log.text === '' && state !== 'ready' && state !== 'degraded',
  };
}
