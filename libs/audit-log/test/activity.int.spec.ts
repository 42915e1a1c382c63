import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActivityOf } from '../src/contracts/index.js';
import { ActivityQuery } from '../src/queries/activity.query.js';
import { AuditList } from '../src/queries/audit-list.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const taskId = '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11';
const otherTask = '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12';
const key = aSigningKey();
let audit: AuditDatabase;
let query: ActivityQuery;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  query = new ActivityQuery(new AuditList(audit.database));
  const subject = { type: 'task', id: taskId };
  await audit.append(key, {
    kind: 'task.created',
    taskId,
    subject,
    details: { addressPrefix: '10.0.0.0/24', title: 'Fly' },
  });
  await audit.append(key, { kind: 'task.created', taskId: otherTask, subject, details: {} });
  await audit.append(key, { kind: 'credential.leased', taskId, subject, details: { purpose: 'push', mode: 'user' } });
  await audit.append(key, { streamId: '99', kind: 'task.created', taskId, subject, details: {} });
});
afterAll(() => audit.close());

it('tells what was done in one task, without addresses and details of credentials', async () => {
  const entries = await query.execute(new ActivityOf('41', taskId, null, 10));
  expect(entries.map(({ seq, kind, details }) => [seq, kind, details])).toEqual([
    ['3', 'credential.leased', {}],
    ['1', 'task.created', { title: 'Fly' }],
  ]);
});

it('is read page by page', async () => {
  const [newest] = await query.execute(new ActivityOf('41', taskId, null, 1));
  const older = await query.execute(new ActivityOf('41', taskId, newest?.seq ?? null, 10));
  expect([newest?.seq, older.map(({ seq }) => seq)]).toEqual(['3', ['1']]);
});
