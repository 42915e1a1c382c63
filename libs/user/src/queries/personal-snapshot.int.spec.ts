import { ScratchDatabase } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manifest } from '../manifest.js';
import { PersonalSnapshots } from './personal-snapshot.js';

const ANA = '1';
const ACME = '7';
const MIB = 1024 * 1024;

describe('the snapshot of what only one person sees', () => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await ScratchDatabase.create(manifest);
    await database.sql`
      insert into "user".drafts (user_id, scope, organization_id, message_id, cleared_ids, text, attachments, updated_at, version)
      select ${ANA}::bigint, 'task:' || gen_random_uuid() || ':new', ${ACME}::bigint, gen_random_uuid(), '{}',
        repeat('字', 20000), '[]', timestamptz '2030-01-01' - n * interval '1 s', n from generate_series(1, 60) n`;
    await database.sql`
      insert into "user".task_state (user_id, task_id, organization_id, pin_rank, participant, updated_at, version)
      select ${ANA}::bigint, gen_random_uuid(), ${ACME}::bigint, case when n > 690 then 'a' end, true,
        timestamptz '2030-01-01' - n * interval '1 s', n from generate_series(1, 700) n`;
    await database.sql`
      insert into "user".session_state (user_id, session_id, task_id, organization_id, unread, unread_at, unread_seq,
        viewed_seq, version)
      select user_id, gen_random_uuid(), task_id, organization_id, true, now(), 1, 0, 1 from "user".task_state
      where version between 680 and 690`;
    await database.sql`
      insert into "user".inbox_items (user_id, item_id, organization_id, task_id, kind, reason, cause_id, title, at, version)
      select ${ANA}::bigint, gen_random_uuid(), ${ACME}::bigint, gen_random_uuid(), 'finished', 'finished', 'turn:' || n,
        repeat('字', 300), now(), 1 from generate_series(1, 500) n`;
  });
  afterAll(() => database.drop());

  it('fits into one frame, with what matters most, and names what is left to REST', async () => {
    const snapshot = await new PersonalSnapshots(database).of(ANA, [ACME], []);
    expect(Buffer.byteLength(JSON.stringify(snapshot))).toBeLessThan(MIB);
    expect(snapshot.truncated).toEqual(['taskStates', 'drafts', 'inbox']);
    const marked = snapshot.taskStates.slice(0, 21).filter(({ pinRank, unread }) => pinRank !== null || unread);
    expect([marked.length, snapshot.inbox.open]).toEqual([21, 500]);
    expect(snapshot.drafts.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('shows nothing of organizations that the person is no member of, and nothing of others', async () => {
    const nothing = { taskStates: [], drafts: [], truncated: [] };
    expect(await new PersonalSnapshots(database).of(ANA, ['8'], [])).toMatchObject({
      ...nothing,
      inbox: { items: [] },
    });
    expect(await new PersonalSnapshots(database).of('2', [ACME], [])).toEqual({
      ...nothing,
      inbox: { items: [], open: 0 },
    });
  });
});
