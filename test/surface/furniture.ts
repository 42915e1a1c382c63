import { randomUUID } from 'node:crypto';
import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';
import { ABSENT } from './asking.js';
import { fillSandbox } from './sandbox-furniture.js';
import { fillTask } from './task-furniture.js';
import type { Person } from './world.js';

/** What the examples of bodies name, so that they are good for something. */
const NAMED = { repositoryId: '1296269', sessionId: '0190c6a0-0000-7000-8000-000000000002' };

/** An id for each path parameter of the API. A parameter that only some operations mean otherwise: `<operation>.<name>`. */
export type Ids = Readonly<Record<string, string>>;

/**
 * Gives an organization one of everything that a route can name, and a person what is theirs alone. Rows are as the
 * modules write them; a new kind of thing is added here, and returned under the name of its path parameter.
 */
export async function furnish(sql: SqlRunner, organizationId: string, person: Person, memberId: string): Promise<Ids> {
  const repositoryId = `${organizationId}7`;
  const sessionId = randomUUID();
  const ids = {
    organizationId,
    userId: memberId,
    repositoryId,
    runId: randomUUID(),
    deliveryId: randomUUID(),
    taskId: randomUUID(),
    deadLetterId: randomUUID(),
    effectId: randomUUID(),
    commandId: randomUUID(),
    module: 'organization',
    scope: `organization:${organizationId}:new-task`,
    entityId: organizationId,
    tokenId: (await person.created({ name: 'to be tried', scopes: ['tasks:read'] })).tokenId,
    sessionId,
    // the sweeps end the task that it is in
    'openTask.activeSessionId': ABSENT,
    'closeSession.sessionId': randomUUID(),
    'changeTaskOwner.userId': person.userId,
    'endSession.sessionId': await secondSession(sql, person.userId),
    messageId: randomUUID(),
    permissionId: randomUUID(),
    operationId: randomUUID(),
    sandboxId: randomUUID(),
    processId: randomUUID(),
    checkpointId: randomUUID(),
    name: 'ANTHROPIC_API_KEY',
    // the chain of every organization begins with its registration
    seq: '1',
  };
  await fillGithub(sql, ids);
  await fillTasks(sql, ids, [ids.sessionId, NAMED.sessionId]);
  await fillTask(sql, { ...ids, otherSessionId: ids['closeSession.sessionId'], userId: person.userId });
  await fillSandbox(sql, ids);
  await fillKernel(sql, ids);
  await setVariable(ids, person);
  return { ...ids, uploadId: await uploaded(ids, person) };
}

/** Encrypted by the API, as a person sets it. */
async function setVariable({ organizationId, name }: Ids, person: Person): Promise<void> {
  const path = `/v1/organizations/${organizationId ?? ''}/variables/${name ?? ''}`;
  const { status } = await person.browser.change(path, 'PUT', { value: 'sk-ant-planted', secret: true });
  if (status !== 200) throw new Error(`No variable: ${String(status)}`);
}

const Uploaded = z.object({ uploadId: z.string() });
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

async function uploaded({ taskId }: Ids, person: Person): Promise<string> {
  const response = await person.browser.change(`/v1/tasks/${taskId ?? ''}/uploads`, 'POST', { data: DOT });
  if (response.status !== 201) throw new Error(`No image: ${String(response.status)} ${await response.text()}`);
  return Uploaded.parse(await response.json()).uploadId;
}

interface Things extends Record<string, string> {
  organizationId: string;
  repositoryId: string;
  runId: string;
  deliveryId: string;
  taskId: string;
  deadLetterId: string;
  effectId: string;
  commandId: string;
}

async function secondSession(sql: SqlRunner, userId: string): Promise<string> {
  const rows = await sql`
    insert into "user".auth_sessions (session_id, token_hash, user_id, created_at, last_seen_at, idle_expires_at,
      expires_at, ip_prefix, user_agent)
    values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), ${userId}, now(), now(), now() + interval '1 day',
      now() + interval '1 day', '203.0.113.0/24', 'another browser')
    returning session_id as id`;
  return z.tuple([z.object({ id: z.string() })]).parse(rows)[0].id;
}

async function fillGithub(sql: SqlRunner, { organizationId, repositoryId, runId, deliveryId }: Things): Promise<void> {
  await sql`insert into github_data.accounts (organization_id, kind, login, installation_status, sync_status)
    values (${organizationId}, 'company', 'org', 'connected', 'syncing')`;
  await sql`insert into github_data.installations (installation_id, organization_id, state, repository_selection,
      permissions, events, observed_at, version)
    values (${`${organizationId}3`}, ${organizationId}, 'active', 'all', '{}', '[]', now(), 1)`;
  await sql`insert into github_data.repositories (organization_id, repository_id, full_name, private, state, observed_at,
      version)
    values (${organizationId}, ${repositoryId}, ${`${organizationId}/web`}, false, 'available', now(), 1),
      (${organizationId}, ${NAMED.repositoryId}, ${`${organizationId}/app`}, false, 'available', now(), 1)`;
  await sql`insert into github_data.sync_runs (run_id, organization_id, trigger, scope, context, state, phase, cursor,
      heartbeat_at, requested_at, started_at)
    values (${runId}, ${organizationId}, 'sweep', '"all"', '{}', 'running', 'repositories', '{}', now(), now(), now())`;
  await sql`insert into github_data.webhook_deliveries (delivery_id, event, action, organization_id, size, payload, state,
      reason, attempts)
    values (${deliveryId}, 'push', null, ${organizationId}, 2, '{}', 'failed', 'planted', 1)`;
}

async function fillTasks(
  sql: SqlRunner,
  { organizationId, repositoryId, taskId }: Things,
  sessionIds: readonly string[],
): Promise<void> {
  const about = { name: 'Session', agent: 'claude', model: null, status: 'ready', needsInput: false };
  const sessions = JSON.stringify(sessionIds.map((id) => ({ id, ...about })));
  await sql`insert into organization.task_index (task_id, organization_id, repository_id, branch, head_key, fork, origin,
      created_at)
    values (${taskId}, ${organizationId}, ${repositoryId}, 'topic', ${`${repositoryId}:topic`}, false, 'pull_request', now())`;
  await sql`insert into organization.task_summaries (task_id, organization_id, repository_id, repository_name, branch,
      title, title_source, virtual, status, sessions, pull_request_count, branch_gone, repository_available,
      last_activity_at, task_version, version, created_at)
    values (${taskId}, ${organizationId}, ${repositoryId}, ${`${organizationId}/web`}, 'topic', 'Topic', 'pull_request',
      true, 'virtual', ${sessions}, 0, false, true, now(), 0, 1, now())`;
}

/** A command that nobody has begun, an effect that gave up, and a dead letter. The outcomes are those of a worker. */
async function fillKernel(sql: SqlRunner, things: Things): Promise<void> {
  const { organizationId, deadLetterId, effectId, commandId, runId } = things;
  const actor = JSON.stringify({ kind: 'system', module: 'github-data' });
  const command = (id: string, settled: boolean) => sql`
    insert into messaging.outbox (id, kind, name, v, module, entity_id, organization_id, partition, payload, actor,
      actor_key, correlation_id, hop, published_at, settled_at)
    values (${id}, 'command', 'organization.updateProfile', 1, 'organization', ${settled ? organizationId : commandId},
      ${organizationId}, 0, ${JSON.stringify({ organizationId, displayName: null })}::jsonb, ${actor}::jsonb, 'system:github-data',
      gen_random_uuid(), 0, now(), case when ${settled} then now() end)`;
  await command(commandId, false);
  await command(deadLetterId, true);
  await sql`insert into messaging.inbox (command_id, module, entity_id, organization_id, outcome, code, attempts,
      started_at, finished_at, ms)
    values (${deadLetterId}, 'organization', ${organizationId}, ${organizationId}, 'dead', 'internal', 1, now(), now(), 1)`;
  await sql`insert into messaging.dead_letter (id, source, module, organization_id, envelope, code, message, attempts)
    select o.id, 'command', 'organization', ${organizationId}, jsonb_build_object('kind', 'command', 'id', o.id, 'name',
      o.name, 'v', 1, 'entityId', o.entity_id, 'organizationId', ${organizationId}::text, 'actor', o.actor, 'correlationId',
      o.correlation_id, 'causationId', null, 'hop', 0, 'payload', o.payload, 'seq', o.seq::text, 'deadline', null, 'replyTo',
      null, 'traceparent', null, 'acceptedAt', to_char(o.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'internal', 'planted', 1
    from messaging.outbox o where o.id = ${deadLetterId}`;
  const listing = {
    organizationId,
    installationId: `${organizationId}3`,
    runId,
    login: 'org',
    permissions: {},
    role: 'admin',
    page: 1,
  };
  await sql`insert into messaging.effect (id, name, v, module, entity_id, organization_id, payload, state, attempt,
      max_attempts, deadline, requested_by, correlation_id, hop, finished_at, last_code, last_error)
    values (${effectId}, 'github-data.listMembers', 1, 'github-data', ${organizationId}, ${organizationId},
      ${JSON.stringify(listing)}::jsonb, 'gave_up', 5, 5,
      now(), gen_random_uuid(), gen_random_uuid(), 0, now(), 'unavailable', 'planted')`;
}
