import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DraftContent } from '@foundry/user/contracts';
import { DraftSaver } from './draft-saver.js';

const draft = (text: string): DraftContent => ({ text, attachments: [], form: null });

/** A saver whose saves end when the test says so. */
function saver() {
  const saved: { id: string; text: string }[] = [];
  const ends: { done: () => void; fail: (error: unknown) => void }[] = [];
  const subject = new DraftSaver({
    messageId: null,
    save: (id, { text }) => {
      saved.push({ id, text });
      return new Promise((resolve, reject) => {
        ends.push({ done: resolve, fail: reject });
      });
    },
  });
  return { subject, saved, ends };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a draft', () => {
  it('is saved once, half a second after the last key', () => {
    const { subject, saved } = saver();
    subject.change(draft('h'));
    jest.advanceTimersByTime(400);
    subject.change(draft('hi'));
    jest.advanceTimersByTime(400);
    expect(saved).toEqual([]);
    jest.advanceTimersByTime(100);
    expect(saved).toEqual([{ id: subject.messageId, text: 'hi' }]);
  });

  it('is saved one version after the other', async () => {
    const { subject, saved, ends } = saver();
    subject.change(draft('one'));
    subject.flush();
    subject.change(draft('two'));
    subject.flush();
    expect(saved.map(({ text }) => text)).toEqual(['one']);
    ends[0]?.done();
    await jest.advanceTimersByTimeAsync(0);
    expect(saved.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('goes out again with the next change when it could not be saved', async () => {
    const { subject, saved, ends } = saver();
    subject.change(draft('one'));
    subject.flush();
    ends[0]?.fail(new TypeError('offline'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saved).toHaveLength(1);
    subject.flush();
    expect(saved.map(({ text }) => text)).toEqual(['one', 'one']);
  });

  it('is not saved any more once its message was sent', () => {
    const { subject, saved } = saver();
    const first = subject.messageId;
    subject.change(draft('one'));
    subject.sent();
    jest.advanceTimersByTime(1_000);
    expect(saved).toEqual([]);
    expect(subject.messageId).not.toBe(first);
  });
});
