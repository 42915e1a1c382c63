import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditList } from '../src/queries/audit-list.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const key = aSigningKey();
const task = '0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11';
let audit: AuditDatabase;
let list: AuditList;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  list = new AuditList(audit.database);
  await audit.append(key, { kind: 'member.joined', details: {} });
  await audit.append(key, { kind: 'member.removed', outcome: 'refused', code: 'role.too_low', details: {} });
  await audit.append(key, {
    kind: 'task.created',
    taskId: task,
    repositoryId: '7',
    branch: 'main',
    subject: { type: 'task', id: task },
    details: {},
  });
  await audit.append(key, {
    kind: 'settings.changed',
    actor: { kind: 'user', id: '9' },
    correlationId: task,
    details: { keys: ['a'] },
  });
  await audit.append(key, { streamId: '99' });
});
afterAll(() => audit.close());

const seqs = async (
  filter: Parameters<AuditList['of']>[1],
  before: string | null = null,
  take = 10,
): Promise<string[]> => (await list.of('41', filter, before, take)).map(({ seq }) => seq);

it('shows the entries of one stream, newest first', async () => {
  expect(await seqs({})).toEqual(['4', '3', '2', '1']);
  expect(await seqs({}, '3', 1)).toEqual(['2']);
});

it.each([
  [{ kind: ['member.joined'] }, ['1']],
  [{ kind: ['member.*'] }, ['2', '1']],
  [{ kind: ['member.*', 'task.created'] }, ['3', '2', '1']],
  [{ kind: ['nothing.known'] }, []],
  [{ kind: ['nothing.*'] }, []],
  [{ actor: ['9'] }, ['4']],
  [{ actor: ['nobody'] }, []],
  [{ actor: ['9', '42'] }, ['4', '3', '2', '1']],
  [{ outcome: ['refused' as const] }, ['2']],
  [{ outcome: ['refused' as const, 'done' as const] }, ['4', '3', '2', '1']],
  [{ task: [task] }, ['3']],
  [{ repository: ['7'] }, ['3']],
  [{ branch: ['main'] }, ['3']],
  [{ subject: [{ type: 'task', id: task }] }, ['3']],
  [
    {
      subject: [
        { type: 'task', id: task },
        { type: 'member', id: '43' },
      ],
    },
    ['4', '3', '2', '1'],
  ],
  [{ correlation: [task] }, ['4']],
  [{ from: '2030-01-01T00:00:02Z', to: '2030-01-01T00:00:03Z' }, ['3', '2']],
  [{ kind: ['member.*'], outcome: ['done' as const] }, ['1']],
])('filters by %j', async (filter, expected) => {
  expect(await seqs(filter)).toEqual(expected);
});

it('skips and repeats nothing while entries arrive', async () => {
  await audit.appendMany(key, 100, () => ({ streamId: '50' }));
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = await list.of('50', {}, before, 7);
    seen.push(...page.map(({ seq }) => seq));
    before = page.at(-1)?.seq ?? null;
    await audit.append(key, { streamId: '50' });
  } while (before !== null);
  expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => String(100 - n)));
});
