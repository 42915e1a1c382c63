import { describe, expect, it } from '@jest/globals';
import { NO_LOG, withPage } from './process-log.js';

const base64 = (...bytes: number[]): string => btoa(String.fromCharCode(...bytes));
const said = (...parts: string[]) =>
  parts.map((data, index) => ({ seq: index + 1, stream: 'stdout', at: '2030-01-01T12:00:00.000Z', data }));
const page = (...parts: string[]) => ({
  state: 'ready' as const,
  entries: said(...parts),
  next: null,
  truncated: false,
});

describe('the log of a process', () => {
  it('joins entries, also where one letter is cut between two', () => {
    // é is C3 A9
    expect(withPage(NO_LOG, page(base64(0x63, 0x61, 0x66, 0xc3), base64(0xa9, 0x0a))).text).toBe('café\n');
  });

  it('has the text of a terminal without its colours', () => {
    expect(withPage(NO_LOG, page(btoa('\u001b[31mred\u001b[0m\r\nplain'))).text).toBe('red\nplain');
  });

  it('goes on after its last entry', () => {
    const first = withPage(NO_LOG, page(btoa('one '), btoa('two ')));
    expect(first.after).toBe(2);
    const next = withPage(first, { ...page(), entries: said(btoa('three')).map((one) => ({ ...one, seq: 9 })) });
    expect([next.text, next.after, next.isCut]).toEqual(['one two three', 9, false]);
  });

  it('says that older text is gone, and that a machine is away', () => {
    expect(withPage(NO_LOG, { ...page(btoa('x')), truncated: true }).isCut).toBe(true);
    expect(withPage(NO_LOG, { ...page(btoa('x'.repeat(1_000_001))) })).toMatchObject({ isCut: true });
    expect(withPage(NO_LOG, { ...page(), state: 'paused' }).isAway).toBe(true);
    expect(withPage(NO_LOG, page()).isAway).toBe(false);
  });
});
