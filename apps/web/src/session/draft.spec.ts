import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Draft, type DraftContent } from './draft.js';

const STORED = { messageId: '0190c6a0-0000-4000-8000-000000000005', text: 'from elsewhere', attachments: [] };

function draft() {
  const saved: string[] = [];
  let fails = false;
  const one = new Draft(async ({ text }: DraftContent) => {
    if (fails) throw new TypeError('no network');
    saved.push(text);
  });
  return { one, saved, fail: (does: boolean) => (fails = does) };
}

describe('a draft', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is saved half a second after the last key, once', async () => {
    const { one, saved } = draft();
    one.write('a');
    await jest.advanceTimersByTimeAsync(400);
    one.write('ab');
    await jest.advanceTimersByTimeAsync(499);
    expect(saved).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
    expect(one.get().saved).toBe('yes');
  });

  it('leaves out what no message may hold, as the colours of a terminal whose output was pasted', () => {
    const { one } = draft();
    one.write('\u001b[31mred\u001b[0m\r\n\tnext \ud800line');
    expect(one.get().text).toBe('[31mred[0m\n\tnext line');
  });

  it('takes what another device wrote while nobody wrote here, and nothing after', () => {
    const { one } = draft();
    one.load(STORED);
    expect(one.get()).toMatchObject({ text: 'from elsewhere', messageId: STORED.messageId });
    one.write('mine');
    one.load({ ...STORED, text: 'newer' });
    expect(one.get().text).toBe('mine');
  });

  it('offers what another device wrote in place of what is written here', () => {
    const { one } = draft();
    one.write('mine');
    one.load(STORED);
    expect(one.get()).toMatchObject({ text: 'mine', other: { text: 'from elsewhere' } });
    one.useOther();
    expect(one.get()).toMatchObject({ text: 'from elsewhere', messageId: STORED.messageId, other: null });
  });

  it('does not offer what was written here itself, when the server tells it again', async () => {
    const { one } = draft();
    one.write('a');
    const { messageId } = one.get();
    await jest.advanceTimersByTimeAsync(500);
    one.write('ab');
    one.load({ messageId, text: 'a', attachments: [] });
    expect(one.get()).toMatchObject({ text: 'ab', other: null });
  });

  it('goes away when it was sent elsewhere, unless somebody writes here', () => {
    const { one } = draft();
    one.load(STORED);
    one.load({ messageId: null, text: '', attachments: [] });
    expect(one.get().text).toBe('');
    one.write('mine');
    one.load({ messageId: null, text: '', attachments: [] });
    expect(one.get().text).toBe('mine');
  });

  it('does not come back after it was sent', async () => {
    const { one, saved } = draft();
    one.load(STORED);
    one.write('send this');
    one.accepted(one.get());
    await jest.advanceTimersByTimeAsync(1_000);
    one.load(STORED);
    expect([one.get().text, saved]).toEqual(['', []]);
  });

  it('keeps what was written while it was on its way', () => {
    const { one } = draft();
    one.write('first');
    const sent = one.get();
    one.write('first and second');
    one.accepted(sent);
    expect(one.get().text).toBe('and second');
    expect(one.get().messageId).not.toBe(sent.messageId);
  });

  it('keeps the text and says so when it cannot be saved, and tries again with the next key', async () => {
    const { one, saved, fail } = draft();
    fail(true);
    one.write('a');
    await jest.advanceTimersByTimeAsync(500);
    expect(one.get()).toMatchObject({ text: 'a', saved: 'failed' });
    fail(false);
    one.write('ab');
    await jest.advanceTimersByTimeAsync(500);
    expect(saved).toEqual(['ab']);
  });

  it('has at most twenty things attached', () => {
    const { one } = draft();
    const taken = Array.from({ length: 21 }, (_, n) => one.attach({ kind: 'file', path: `${n}.ts` }));
    expect(taken.filter(Boolean)).toHaveLength(20);
  });
});
