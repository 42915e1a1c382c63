import { randomUUID } from 'node:crypto';
import { MemberRemoved, TaskActivity } from '@foundry/organization/contracts';
import {
  InputNeeded,
  OwnerChanged,
  PermissionChanged,
  SessionClosed,
  TaskArchived,
  TaskDeleted,
  TurnFailed,
  TurnFinished,
  TurnStarted,
} from '@foundry/task/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  MarkUnread,
  MarkViewed,
  PinTask,
  SaveDraft,
  SetInboxDone,
  taskScope,
  UpdatePreferences,
} from './contracts/index.js';
import { telling } from './testing/elsewhere.js';
import { ACME, ANA, AT, BEN, CLEO, StateDesk } from './testing/state-desk.js';

let desk: StateDesk;
beforeAll(async () => {
  desk = await StateDesk.open();
});
afterAll(() => desk.stop());
beforeEach(() => desk.begin());

const viewed = (userId: string, seq: number) =>
  new MarkViewed({ userId, ...desk.task, sessionId: desk.sessionId, seq });
const draft = (userId: string, text = 'and then') =>
  new SaveDraft({
    userId,
    organizationId: ACME,
    scope: taskScope(desk.taskId, desk.sessionId),
    messageId: randomUUID(),
    text,
  });

describe('a turn that ends', () => {
  it('is unread for those who took part and did not look, and an item for who sent the message', async () => {
    await desk.message(ANA);
    await desk.message(BEN);
    await desk.does(ANA, viewed(ANA.userId, 40));
    await desk.finishes(BEN, 40);
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([false, []]);
    expect([await desk.isUnread(BEN), await desk.inboxOf(BEN)]).toEqual([true, ['finished']]);
    expect([await desk.isUnread(CLEO), await desk.inboxOf(CLEO)]).toEqual([false, []]);
    const started = performance.now();
    await desk.does(BEN, viewed(BEN.userId, 40));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect([await desk.isUnread(BEN), await desk.inboxOf(BEN)]).toEqual([false, ['finished done by self']]);
  });

  it('is no news for whoever stopped it', async () => {
    await desk.message(ANA);
    await desk.message(BEN);
    await desk.happens(new TurnFinished({ ...desk.turn(ANA, 7), outcome: 'stopped', by: BEN }));
    expect([await desk.isUnread(BEN), await desk.isUnread(ANA)]).toEqual([false, true]);
    expect(await desk.itemsOf(ANA)).toMatchObject([{ kind: 'finished', reason: 'stopped', login: 'user-2' }]);
  });

  it('reaches the owner as an item too, and others who took part as a mark alone', async () => {
    for (const who of [ANA, BEN, CLEO]) await desk.message(who);
    const turn = { ...desk.turn(ANA, 3, BEN), outcome: 'failed' as const, code: 'agent.exited', by: null };
    await desk.happens(new TurnFailed(turn));
    expect(await desk.itemsOf(BEN)).toMatchObject([
      { kind: 'failed', reason: 'agent.exited', sessionId: desk.sessionId },
    ]);
    expect([await desk.inboxOf(ANA), await desk.inboxOf(CLEO)]).toEqual([['failed'], []]);
    expect(await desk.isUnread(CLEO)).toBe(true);
  });

  it('stays unread when a late sign says that something older was shown', async () => {
    await desk.message(ANA);
    await desk.finishes(ANA, 50);
    await desk.does(ANA, viewed(ANA.userId, 49));
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([true, ['finished']]);
    await desk.does(ANA, viewed(ANA.userId, 50));
    await desk.does(ANA, viewed(ANA.userId, 12));
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([false, ['finished done by self']]);
  });

  it('makes one item, however often it is told', async () => {
    await desk.message(ANA);
    const turn = new TurnFinished({ ...desk.turn(ANA, 5), outcome: 'finished', by: null });
    await desk.happens(turn);
    await desk.happens(turn);
    expect(await desk.inboxOf(ANA)).toEqual(['finished']);
  });

  it('is done by itself when the next one starts', async () => {
    await desk.message(ANA);
    await desk.finishes(ANA, 5);
    await desk.happens(new TurnStarted(desk.turn(ANA, 6)));
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([true, ['finished done by self']]);
  });

  it('makes no item for whoever does not want any of that kind', async () => {
    await desk.does(
      CLEO,
      new UpdatePreferences({ userId: CLEO.userId, patch: { notifications: { finished: 'off' } } }),
    );
    await desk.message(CLEO);
    await desk.finishes(CLEO, 5);
    expect([await desk.isUnread(CLEO), await desk.inboxOf(CLEO)]).toEqual([true, []]);
  });

  it('is one change on the topic of each, and on no other topic', async () => {
    await desk.message(ANA);
    await desk.message(BEN);
    await desk.forgetFrames();
    await desk.finishes(ANA, 9);
    const seen = (await desk.frames()).map(({ topic, type }) => `${topic} ${type}`).toSorted();
    expect(seen).toEqual(['app:1 inbox', 'app:1 taskState', 'app:2 taskState']);
  });
});

describe('a session marked unread by hand', () => {
  it('stays so until it is shown again', async () => {
    await desk.does(ANA, viewed(ANA.userId, 20));
    await desk.does(ANA, new MarkUnread({ userId: ANA.userId, ...desk.task, sessionId: desk.sessionId }));
    expect(await desk.isUnread(ANA)).toBe(true);
    await desk.does(ANA, viewed(ANA.userId, 19));
    expect(await desk.isUnread(ANA)).toBe(true);
    await desk.does(ANA, viewed(ANA.userId, 20));
    expect(await desk.isUnread(ANA)).toBe(false);
  });

  it('is the latest one when none is named, and there has to be one', async () => {
    const mark = new MarkUnread({ userId: ANA.userId, ...desk.task });
    expect(await desk.codeOf(ANA, mark)).toBe('session.unknown');
    await desk.does(ANA, viewed(ANA.userId, 1));
    expect(await desk.does(ANA, mark)).toMatchObject({ sessions: [{ sessionId: desk.sessionId, unread: true }] });
  });
});

describe('an agent that needs somebody', () => {
  const needed = (permissionId: string) => {
    const turn = desk.turn(ANA, 8);
    return new InputNeeded({ ...turn, permissionId, kind: 'permission' });
  };
  const ended = (permissionId: string, state: 'answered' | 'withdrawn') =>
    new PermissionChanged({
      ...desk.turn(ANA, 9),
      permissionId,
      state,
      answeredBy: state === 'answered' ? BEN : null,
    });

  it('is an item that can be answered, until anybody answers; looking is not answering', async () => {
    const permissionId = randomUUID();
    await desk.message(ANA);
    await desk.happens(needed(permissionId));
    expect(await desk.itemsOf(ANA)).toMatchObject([{ kind: 'needs_you', reason: 'permission', permissionId }]);
    await desk.does(ANA, viewed(ANA.userId, 8));
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([false, ['needs_you']]);
    await desk.happens(ended(permissionId, 'answered'));
    expect(await desk.inboxOf(ANA)).toEqual(['needs_you done by self']);
    expect(await desk.stateOf(BEN)).toMatchObject({ participant: true });
  });

  it('asks also whoever looks at the session already', async () => {
    await desk.message(ANA);
    await desk.does(ANA, viewed(ANA.userId, 100));
    await desk.happens(needed(randomUUID()));
    expect([await desk.isUnread(ANA), await desk.inboxOf(ANA)]).toEqual([false, ['needs_you']]);
  });

  it('asks nobody any more when it took the request back', async () => {
    const permissionId = randomUUID();
    await desk.message(ANA);
    await desk.happens(needed(permissionId));
    await desk.happens(ended(permissionId, 'withdrawn'));
    expect(await desk.inboxOf(ANA)).toEqual(['needs_you done by self']);
  });
});

describe('a task that works for somebody else', () => {
  const change = (by: typeof ANA | null) =>
    new OwnerChanged({ ...desk.told, owner: BEN, previous: ANA, reason: 'manual', by });

  it('is news for both, but not for the one who did it', async () => {
    await desk.message(ANA);
    await desk.happens(change(CLEO));
    expect(await desk.itemsOf(ANA)).toMatchObject([{ kind: 'owner_changed', reason: 'from_you', login: 'user-3' }]);
    expect(await desk.itemsOf(BEN)).toMatchObject([{ kind: 'owner_changed', reason: 'to_you', login: 'user-3' }]);
    await desk.begin();
    await desk.message(ANA);
    await desk.happens(change(BEN));
    expect([await desk.inboxOf(ANA), await desk.inboxOf(BEN)]).toEqual([['owner_changed'], []]);
  });
});

describe('what happens at a pull request', () => {
  let repositoryId = 4;
  beforeEach(() => {
    repositoryId += 1;
  });
  const activity = (kind: TaskActivity['payload']['kind'], actorLogin: string | null = 'stranger') =>
    new TaskActivity({
      ...desk.told,
      ownerUserId: ANA.userId,
      repositoryId: String(repositoryId),
      number: 17,
      kind,
      actorLogin,
    });

  it.each(['review_requested', 'comment', 'merged', 'checks_failed'] as const)(
    'is news for the owner: %s',
    async (kind) => {
      await desk.message(ANA);
      await desk.happens(activity(kind));
      expect(await desk.itemsOf(ANA)).toMatchObject([{ kind: 'pull_request', reason: kind, pullRequest: 17 }]);
    },
  );

  it('and failed is done by itself when it fails no more, also for who owned the task then', async () => {
    await desk.message(ANA);
    await desk.message(BEN);
    await desk.happens(activity('checks_failed'));
    await desk.happens(activity('review_requested'));
    await desk.happens(new TaskActivity({ ...activity('checks_failed').payload, number: 18 }));
    const later = { ...activity('checks_cleared').payload, ownerUserId: BEN.userId, at: '2030-01-01T13:00:00.000Z' };
    await desk.happens(new TaskActivity(later));
    const open = (await desk.itemsOf(ANA)).filter(({ doneBy }) => doneBy === null);
    expect(open.map(({ reason, pullRequest }) => `${reason} ${String(pullRequest)}`).toSorted()).toEqual([
      'checks_failed 18',
      'review_requested 17',
    ]);
    expect(await desk.inboxOf(BEN)).toEqual([]);
  });

  it('and failed for a moment only leaves nothing open', async () => {
    await desk.message(ANA);
    const failing = telling(activity('checks_failed'));
    const cleared = telling(activity('checks_cleared'));
    await desk.kernel.sender.send([failing, cleared], { actor: { kind: 'system', module: 'elsewhere' } });
    await desk.settled();
    expect(await desk.inboxOf(ANA)).toEqual(['pull_request done by self']);
  });

  it('is no news when it is an act of the owner, or one of many', async () => {
    await desk.message(ANA);
    await desk.happens(activity('comment', 'USER-1'));
    await desk.happens(activity('review_comment'));
    expect(await desk.inboxOf(ANA)).toEqual([]);
  });
});

describe('the inbox', () => {
  const set = (done: boolean, items: string[] | null, userId = ANA.userId) => new SetInboxDone({ userId, items, done });

  it('is done item by item or whole, and items can be opened again', async () => {
    await desk.message(ANA);
    await desk.finishes(ANA, 1);
    await desk.finishes(ANA, 2);
    const [first, second] = await desk.itemsOf(ANA);
    await desk.does(ANA, set(true, [first?.itemId ?? '', randomUUID()]));
    expect((await desk.inboxOf(ANA)).toSorted()).toEqual(['finished', 'finished done by user']);
    await desk.does(ANA, set(true, null));
    expect(await desk.inboxOf(ANA)).toEqual(['finished done by user', 'finished done by user']);
    expect(await desk.does(ANA, set(false, [first?.itemId ?? '', second?.itemId ?? '']))).toEqual({ open: 2 });
    expect(await desk.does(ANA, set(true, null))).toEqual({ open: 0 });
  });

  it('is nobody else’s', async () => {
    await desk.message(ANA);
    await desk.finishes(ANA, 1);
    const [item] = await desk.itemsOf(ANA);
    await desk.does(BEN, set(true, [item?.itemId ?? ''], BEN.userId));
    expect(await desk.codeOf(BEN, set(true, null, ANA.userId))).toBe('resource.not_found');
    expect(await desk.inboxOf(ANA)).toEqual(['finished']);
  });
});

describe('what is kept of a task', () => {
  const fill = async () => {
    for (const who of [ANA, BEN]) {
      await desk.message(who);
      await desk.does(who, draft(who.userId));
    }
    await desk.does(ANA, new PinTask({ userId: ANA.userId, ...desk.task, rank: 'a0' }));
    await desk.does(CLEO, draft(CLEO.userId));
    await desk.finishes(ANA, 4);
  };
  const rows = async () => {
    const counted = await desk.kernel.database.sql`
      select (select count(*)::int from "user".session_state where task_id = ${desk.taskId}) as sessions,
        (select count(*)::int from "user".drafts where task_id = ${desk.taskId}) as drafts,
        (select count(*)::int from "user".task_state where task_id = ${desk.taskId}) as states,
        (select count(*)::int from "user".inbox_items where task_id = ${desk.taskId} and done_at is null) as open,
        (select count(*)::int from "user".inbox_items where task_id = ${desk.taskId}) as items`;
    return counted[0];
  };

  it('ends with it when it is archived, but for pins and who took part', async () => {
    await fill();
    await desk.forgetFrames();
    await desk.happens(new TaskArchived(desk.told));
    expect(await rows()).toEqual({ sessions: 0, drafts: 0, states: 2, open: 0, items: 1 });
    expect(await desk.stateOf(ANA)).toMatchObject({ pinRank: 'a0', participant: true, sessions: [], unread: false });
    const own = (await desk.frames()).filter(({ topic }) => topic === 'app:1').map(({ type }) => type);
    expect(own).toEqual(['taskStateRemoved', 'taskState', 'inbox']);
  });

  it('ends whole when it is deleted', async () => {
    await fill();
    await desk.happens(new TaskDeleted(desk.told));
    expect(await rows()).toEqual({ sessions: 0, drafts: 0, states: 0, open: 0, items: 0 });
  });

  it('ends with the session that it is about', async () => {
    await fill();
    await desk.happens(new SessionClosed({ ...desk.told, sessionId: desk.sessionId }));
    expect(await rows()).toEqual({ sessions: 0, drafts: 0, states: 2, open: 0, items: 1 });
  });

  it('ends for a person who is no member any more, and nothing new of it reaches them', async () => {
    await fill();
    const organization = {
      id: ACME,
      kind: 'company' as const,
      login: 'acme',
      displayName: 'Acme',
      customName: null,
      githubName: null,
      avatarUrl: null,
      state: 'active' as const,
      claimedAt: AT,
      createdAt: AT,
      updatedAt: AT,
      version: 1,
    };
    const member = {
      ...{ organizationId: ACME, ...ANA, name: null, githubRole: 'member' as const, grantedRole: null },
      ...{ role: 'member' as const, state: 'removed' as const, joinedAt: AT, version: 2 },
    };
    await desk.happens(new MemberRemoved({ organizationId: ACME, version: 2, member, organization, reason: 'gone' }));
    await desk.happens(new TurnFinished({ ...desk.turn(ANA, 9), outcome: 'stopped', by: null }));
    expect([await desk.stateOf(ANA), await desk.itemsOf(ANA)]).toEqual([null, []]);
    expect(await desk.draftAt(ANA, taskScope(desk.taskId, desk.sessionId))).toBeNull();
    expect(await desk.isUnread(BEN)).toBe(true);
  });
});
