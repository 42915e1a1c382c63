import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { AUDIT_KINDS } from '@foundry/audit-log/contracts';
import type { SqlRunner } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { MANIFESTS } from '@foundry/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ADA } from '../sign-in/stub-github.js';
import { seen } from './answers.js';
import { addressOf, ask, ofBrowser } from './asking.js';
import { auditFaults } from './audit-faults.js';
import type { Ids } from './furniture.js';
import { changes, namedOperations, type Operation, PROVED_ELSEWHERE } from './operations.js';
import { World } from './world.js';

/* Every act of the API that succeeds is in the audit log exactly once, under the kind that the document names. */

/** Neither is done while an agent works on the files. */
const endTurns = (sql: SqlRunner, { taskId = '' }: Ids) => sql`
    update task.turns set state = 'ended', outcome = 'finished', ended_at = now() where task_id = ${taskId}`;

/** What has to be so before an act can succeed, where `furnish` makes it otherwise. */
const SCENES: Record<string, (sql: SqlRunner, ids: Ids) => Promise<unknown>> = {
  cancelEffect: (sql, { effectId = '' }) => sql`
    update messaging.effect set state = 'waiting', finished_at = null, deadline = now() + interval '1 day',
      next_attempt_at = now() + interval '1 day' where id = ${effectId}`,
  restoreTask: (sql, { taskId = '' }) => sql`
    update organization.task_summaries set archived_at = now(), archive_reason = 'user' where task_id = ${taskId}`,
  unarchiveTask: (sql, { taskId = '' }) => sql`
    update task.tasks set lifecycle = 'archived', archived_at = now() where task_id = ${taskId}`,
  trustTask: (sql, { taskId = '' }) => sql`update task.tasks set fork = true where task_id = ${taskId}`,
  retrySession: (sql, { sessionId = '' }) => sql`
    update task.sessions set state = 'error', error_code = 'agent.failed' where session_id = ${sessionId}`,
  retryMessage: (sql, { messageId = '' }) => sql`
    update task.messages set state = 'failed', code = 'agent.failed' where message_id = ${messageId}`,
  resumeSandbox: (sql, { sandboxId = '' }) => sql`
    update sandbox.sandboxes set state = 'paused' where sandbox_id = ${sandboxId}`,
  retrySandbox: (sql, { sandboxId = '' }) => sql`
    update sandbox.sandboxes set state = 'failed', failed_state = 'provisioning' where sandbox_id = ${sandboxId}`,
  syncTask: endTurns,
  revertFile: endTurns,
  cancelOperation: (sql, { operationId = '' }) => sql`
    update task.operations set state = 'waiting', ended_at = null where operation_id = ${operationId}`,
  deleteProcess: (sql, { processId = '' }) => sql`
    update sandbox.processes set status = 'exited', exit_code = 0 where process_id = ${processId}`,
};

/** Ids that a sender mints: those of the examples are taken after their first use. */
const MINTED = ['messageId', 'operationId', 'processId', 'sessionId'];

/** The same ids for both times that an act is asked for, and others than any other act has. */
function mintedFor({ id, body }: Operation): Ids {
  const fields = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  const anew = MINTED.filter((name) => name in fields).map((name): [string, string] => [`${id}.${name}`, randomUUID()]);
  return Object.fromEntries(anew);
}

/** Ends the session that it is asked with. */
const LEAVING = ['signOut', 'signOutEverywhere'];

const Entries = z.array(z.object({ entry_id: z.string(), kind: z.string(), outcome: z.string() }));
const Version = z.array(z.object({ version: z.int() }));

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

async function entriesOf(userId: string) {
  await eventually(async () => {
    const open = await world.foundry.sql`
      select name from messaging.outbox where kind = 'command' and settled_at is null and name = 'audit-log.append'`;
    expect(open).toEqual([]);
  });
  return Entries.parse(
    await world.foundry.sql`
      select entry_id, kind, outcome from audit_log.entries where actor_kind = 'user' and actor_id = ${userId}
      order by recorded_at`,
  );
}

async function versionOf(organizationId: string): Promise<number> {
  const rows = await world.foundry.sql`
    select version from organization.organizations where organization_id = ${organizationId}`;
  return Version.parse(rows)[0]?.version ?? 0;
}

/** What these did is told when they succeeded, by the report of their end (`libs/task/test/operations.int.spec.ts`). */
const AT_THEIR_END = ['pushTask', 'syncTask', 'publishPullRequest', 'revertFile'];

const isNone = (audit: string): boolean => audit === 'none' || audit.startsWith('none: ');

/** The number of an organization that nothing happened in yet. */
let fresh = 2_000;

describe('an act', () => {
  const acts = namedOperations(
    (operation) => changes(operation) && operation.role !== 'public' && !PROVED_ELSEWHERE.includes(operation.id),
  );

  it.each(acts)('is one entry of its kind, however often it is repeated: %s', async (_name, operation) => {
    fresh += 1;
    // a person has fifty of each at most
    await world.foundry.sql`delete from task.uploads`;
    await world.foundry.sql`delete from "user".api_tokens where name = 'to be tried'`;
    const ids = await world.another(String(fresh));
    await SCENES[operation.id]?.(world.foundry.sql, ids);
    const { userId, headers } = await credentials(operation, ids);
    const named = { ...mintedFor(operation), ...ids };
    const before = await entriesOf(userId);
    for (const time of ['first', 'again']) {
      if (time === 'again' && operation.command === null) break;
      const answer = await seen(
        operation,
        await ask(world.foundry.base, operation, {
          address: addressOf(operation, ids),
          headers,
          ids: named,
        }),
      );
      expect([time, answer.text, answer.code]).toEqual([time, answer.text, null]);
      expect(answer.status).toBeLessThan(300);
    }
    const audit = AT_THEIR_END.includes(operation.id) ? 'none' : operation.audit;
    if (audit === null) throw new Error(`${operation.id} says neither a kind of entry nor why there is none.`);
    if (!isNone(audit))
      await eventually(async () => expect((await entriesOf(userId)).length).toBeGreaterThan(before.length));
    const known = new Set(before.map(({ entry_id }) => entry_id));
    const made = (await entriesOf(userId)).filter(({ entry_id }) => !known.has(entry_id));
    expect(made.map(({ kind, outcome }) => ({ kind, outcome }))).toEqual(
      isNone(audit) ? [] : [{ kind: audit, outcome: 'done' }],
    );
  });

  /** Somebody who may: Ana, but for what ends the session that it is asked with. */
  async function credentials(
    operation: Operation,
    ids: Ids,
  ): Promise<{ userId: string; headers: Record<string, string> }> {
    const { ana } = world.people;
    const key = { 'idempotency-key': randomUUID() };
    if (LEAVING.includes(operation.id)) return signedInAnew(String(fresh));
    const version = operation.needsIfMatch
      ? { 'if-match': `"${String(await versionOf(ids['organizationId'] ?? ''))}"` }
      : {};
    const by = operation.sessionOnly ? ofBrowser(ana.browser) : { authorization: await ana.token('acts') };
    return { userId: ana.userId, headers: { ...key, ...version, ...by } };
  }

  async function signedInAnew(userId: string): Promise<{ userId: string; headers: Record<string, string> }> {
    await world.foundry.sql`truncate "user".sign_in_counts`;
    world.foundry.github.person = { ...ADA, id: Number(userId), login: `person-${userId}` };
    const browser = world.foundry.browser();
    await browser.signIn();
    await eventually(async () => expect(await entriesOf(userId)).toHaveLength(1));
    return { userId, headers: ofBrowser(browser) };
  }
});

describe('the audit log', () => {
  it('tells of nothing that was not done, and of what was done as its command declares', async () => {
    await entriesOf(world.people.ana.userId);
    expect(await auditFaults(world.foundry.sql, MANIFESTS)).toEqual([]);
  });

  it('knows every kind that a command declares', () => {
    const declared = MANIFESTS.flatMap(({ commands }) =>
      commands.flatMap(({ definition: { audit } }) => ('none' in audit ? [] : [audit.kind])),
    );
    expect(declared.filter((kind) => !Object.hasOwn(AUDIT_KINDS, kind))).toEqual([]);
  });

  it('has one command, and no route appends', () => {
    const { commands } = AuditLogWorkerModule.manifest;
    expect(commands.map(({ definition: { name } }) => name)).toContain('audit-log.append');
    expect(namedOperations(({ command }) => command?.startsWith('audit-log.') === true)).toEqual([]);
  });
});
