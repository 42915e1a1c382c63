import { describe, expect, it } from '@jest/globals';
import { SessionState } from './session-state.entity.js';

const NOON = new Date('2030-01-01T12:00:00.000Z');
const aSession = () =>
  SessionState.of({ userId: '1', organizationId: '7', taskId: '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11' }, 'b');

describe('how far somebody has seen a session', () => {
  it('is up to the newest number that was shown, in whatever order they come', () => {
    const session = aSession();
    for (const seq of [5, 9, 7]) session.view(seq);
    expect([session.hasSeen(9), session.hasSeen(10)]).toEqual([true, false]);
  });

  it('decides whether something new is unread', () => {
    const session = aSession();
    session.view(9);
    expect(session.attend(9, NOON)).toBe(false);
    expect(session.attend(10, NOON)).toBe(true);
    expect(session.attend(12, NOON)).toBe(false);
  });

  it('is read when the newest of what is unread was shown, and not before', () => {
    const session = aSession();
    session.attend(10, NOON);
    session.attend(12, NOON);
    expect([session.view(11), session.view(12), session.view(12)]).toEqual([false, true, false]);
  });

  it('can be put back by hand, until it is shown again from there', () => {
    const session = aSession();
    session.view(9);
    expect([session.markUnread(NOON), session.markUnread(NOON)]).toEqual([true, false]);
    expect([session.view(8), session.view(9)]).toEqual([false, true]);
  });
});
