import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MarkUnread, MarkViewed } from '../contracts/index.js';
import { ANA, BEN, CLEO, StateDesk } from '../testing/state-desk.js';
import { SessionViewers } from './session-viewers.js';

let desk: StateDesk;
beforeAll(async () => {
  desk = await StateDesk.open();
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

describe('a session that somebody looks at', () => {
  const looking = async (...people: (typeof ANA)[]) => {
    const viewers = people.map(({ userId }) => ({
      actor: { kind: 'user' as const, userId, via: 'session' as const },
      id: desk.sessionId,
    }));
    return new SessionViewers(desk.kernel.database).follow(viewers);
  };

  it('is not unread for them, and stays so for others', async () => {
    await desk.message(ANA);
    await desk.message(BEN);
    await desk.finishes(BEN, 5);
    expect(await looking(CLEO)).toEqual([]);
    const [seen, ...more] = await looking(ANA, CLEO);
    if (!seen) throw new Error('Nothing follows for Ana.');
    expect([seen.actor.userId, seen.command.payload, more]).toEqual([
      ANA.userId,
      { userId: ANA.userId, ...desk.task, sessionId: desk.sessionId, seq: 5 },
      [],
    ]);
    await desk.does(ANA, seen.command);
    expect([await desk.isUnread(ANA), await desk.isUnread(BEN)]).toEqual([false, true]);
    expect(await looking(ANA)).toEqual([]);
  });

  it('keeps a mark that they made by hand', async () => {
    await desk.message(ANA);
    await desk.finishes(ANA, 3);
    await desk.does(ANA, new MarkViewed({ userId: ANA.userId, ...desk.task, sessionId: desk.sessionId, seq: 3 }));
    await desk.does(ANA, new MarkUnread({ userId: ANA.userId, ...desk.task, sessionId: desk.sessionId }));
    expect(await desk.isUnread(ANA)).toBe(true);
    expect(await looking(ANA)).toEqual([]);
  });
});
