/** What stands in place of a secret. */
export const REDACTED = '[redacted]';

/** Shorter values are words that occur anyway. */
const LEAST_LENGTH = 8;

/** Tokens by their shape, with nothing like a word before them. */
const SHAPES = new RegExp(
  [
    String.raw`(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,}`,
    String.raw`(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,}`,
    String.raw`(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{16,}`,
    String.raw`(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}`,
    String.raw`(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}`,
    String.raw`-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)`,
  ].join('|'),
  'g',
);

const begins = (marker: string): string =>
  marker.length <= 1 ? marker : `${marker.slice(0, 1)}(?:${begins(marker.slice(1))})?`;
/** A text that ends with the beginning of such a token. */
const BEGUN = new RegExp(
  `(?:(?<![A-Za-z0-9])(?:${[
    `gh[pousr]_[A-Za-z0-9]{0,19}|gh[pousr]?|g`,
    String.raw`github_pat_[A-Za-z0-9_]{0,19}|${begins('github_pat')}`,
    `sk-[A-Za-z0-9_-]{0,15}|sk?`,
    `xox[abeoprs]-[A-Za-z0-9-]{0,9}|xox[abeoprs]?|xo?`,
    `(?:AKIA|ASIA)[A-Z0-9]{0,15}|A(?:[KS]I?)?`,
  ].join('|')})|-----BEGIN [A-Z ]{0,40}-{0,4}|-----${begins('BEGIN')}|-{1,5})$`,
);
const PEM_END = /-----END [A-Z ]*PRIVATE KEY-----/;
/** A beginning of a secret is never longer. */
const TAIL = 4_096;

type Inside = 'token' | 'pem' | null;
type Range = [start: number, end: number];

/** Secrets that nobody may read in a transcript: values that are known, and everything that looks like a token. */
export class Secrets {
  private readonly values: readonly string[];

  constructor(values: readonly string[]) {
    this.values = [...new Set(values)].filter((value) => value.length >= LEAST_LENGTH);
  }

  /** A text that is whole. */
  redact(text: string): string {
    return without(text, this.rangesOf(text), 0);
  }

  /** Where secrets stand in a text, in their order, none within another. */
  rangesOf(text: string): Range[] {
    const found: Range[] = [...text.matchAll(SHAPES)].map((match) => [match.index, match.index + match[0].length]);
    for (const value of this.values) {
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
        found.push([at, at + value.length]);
      }
    }
    found.sort(([a], [b]) => a - b);
    const ranges: Range[] = [];
    for (const [start, end] of found) {
      const last = ranges.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else ranges.push([start, end]);
    }
    return ranges;
  }

  /** Where the end of a text begins that could be the beginning of a secret. */
  openFrom(text: string): number {
    const shape = BEGUN.exec(text.slice(-TAIL));
    let from = shape ? text.length - shape[0].length : text.length;
    for (const value of this.values) {
      for (let length = Math.min(value.length - 1, text.length); length > text.length - from; length -= 1) {
        if (!text.endsWith(value.slice(0, length))) continue;
        from = text.length - length;
        break;
      }
    }
    return from;
  }
}

function without(text: string, ranges: readonly Range[], from: number): string {
  let at = from;
  let clean = '';
  for (const [start, end] of ranges) {
    if (end <= from) continue;
    clean += text.slice(at, Math.max(at, start)) + REDACTED;
    at = end;
  }
  return clean + text.slice(at);
}

/** A part of a text, and whether it stands within a word, where no token begins: one sign that begins none. */
const contextOf = (text: string, from: number, to: number): string =>
  from === 0 ? text.slice(0, to) : `${/[A-Za-z0-9]/.test(text.charAt(from - 1)) ? '0' : ' '}${text.slice(from, to)}`;

/**
 * Redacts a text that comes in pieces. What could be the beginning of a secret is held back until more is known, or
 * until it is let go; what follows of a token that was redacted is swallowed.
 */
export class TextRedactor {
  private held = '';
  /** Let go already, although it could be the beginning of a secret. */
  private context = '';
  /** Of a key that goes over several pieces: its end may be divided too. */
  private swallowedEnd = '';

  constructor(
    private readonly secrets: Secrets,
    private state: Inside = null,
    /** The end of what was let go before, as it was stored. */
    before = '',
  ) {
    const tail = before.slice(-TAIL);
    this.context = contextOf(tail, secrets.openFrom(tail), tail.length);
  }

  /** So much of the text is held back now, in UTF-16 units. */
  get heldLength(): number {
    return this.held.length;
  }

  /** The text is within a secret: its rest is to be swallowed. */
  get inside(): Inside {
    return this.state;
  }

  /** What may be shown now. */
  push(text: string): string {
    const all = this.held + text;
    this.held = '';
    const fresh = this.swallowed(all);
    if (fresh === '') return '';
    const full = this.context + fresh;
    const shown = this.context.length;
    const ranges = this.secrets.rangesOf(full);
    const last = ranges.at(-1);
    if (last?.[1] === full.length && last[1] > shown) {
      this.state = full.startsWith('-----', last[0]) ? 'pem' : 'token';
      if (this.state === 'pem' && PEM_END.test(full.slice(last[0]))) this.state = null;
      this.swallowedEnd = this.state === 'pem' ? full.slice(-80) : '';
      this.context = '';
      return without(full, ranges, shown);
    }
    const open = Math.max(this.secrets.openFrom(full), last?.[1] ?? 0);
    const from = Math.max(open, shown);
    this.held = full.slice(from);
    this.context = contextOf(full, open, from);
    return without(full.slice(0, from), ranges, shown);
  }

  /** What is held back was no secret as far as one can wait. */
  release(): string {
    const { held } = this;
    this.held = '';
    this.context += held;
    return held;
  }

  /** The text is over: another one follows. */
  end(): string {
    const rest = this.release();
    this.context = this.swallowedEnd = '';
    this.state = null;
    return rest;
  }

  private swallowed(text: string): string {
    if (this.state === 'token') {
      const rest = text.replace(/^[A-Za-z0-9_-]+/, '');
      if (rest !== '') this.state = null;
      return rest;
    }
    if (this.state !== 'pem') return text;
    const key = this.swallowedEnd + text;
    const end = PEM_END.exec(key);
    this.swallowedEnd = end ? '' : key.slice(-80);
    if (!end) return '';
    this.state = null;
    return key.slice(end.index + end[0].length);
  }
}
