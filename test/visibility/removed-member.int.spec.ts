import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ReceiveDelivery } from '@foundry/github-data/contracts';
import { eventually } from '@foundry/messaging/testing';
import { AdmitMember } from '@foundry/organization/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { ACME, Acme, codeOf } from '../personal/acme.js';
import type { Browser } from '../sign-in/browser.js';
import { ADA } from '../sign-in/stub-github.js';

const CLEO = { ...ADA, id: 45, login: 'cleo', name: 'Cleo' };

describe('a member whom GitHub removes', () => {
  let acme: Acme;
  let cleo: Browser;
  let socket: TestSocket;

  beforeAll(async () => {
    acme = await Acme.open();
    cleo = await acme.signIn(CLEO);
    const person = { userId: String(CLEO.id), login: CLEO.login, name: null, avatarUrl: null };
    const verifiedAt = new Date().toISOString();
    await acme.send(new AdmitMember({ organizationId: ACME, ...person, githubRole: 'member', verifiedAt }));
    await acme.foundry
      .sql`insert into github_data.accounts (organization_id, kind, login, installation_status, sync_status)
      values (${ACME}, 'company', 'acme', 'connected', 'synced')`;
    await acme.foundry.sql`insert into github_data.members (organization_id, user_id, login, role)
      values (${ACME}, ${CLEO.id}, 'cleo', 'member')`;
    socket = await acme.socketOf(cleo);
    expect(await socket.subscribe(`organization:${ACME}`)).toMatchObject({ op: 'snapshot' });
  });
  afterAll(() => acme.stop());

  it('finds nothing any more, loses the topic within five seconds, and the audit log says why', async () => {
    expect((await cleo.send(`/v1/organizations/${ACME}/tasks`)).status).toBe(200);
    const deliveryId = randomUUID();
    const organization = { id: Number(ACME), login: 'acme' };
    const membership = { role: 'member', user: { id: CLEO.id, login: 'cleo' } };
    await acme.foundry
      .sql`insert into github_data.webhook_deliveries (delivery_id, event, action, organization_id, size,
      payload, state, received_at) values (${deliveryId}, 'organization', 'member_removed', ${ACME}, 1,
      ${JSON.stringify({ action: 'member_removed', organization, membership })}::jsonb, 'received', now())`;
    const told = Date.now();
    await acme.send(new ReceiveDelivery({ organizationId: ACME, deliveryId }));
    await socket.next('revoked', ({ topic, code }) => topic === `organization:${ACME}` && code === 'forbidden');
    expect(Date.now() - told).toBeLessThan(5_000);
    for (const path of ['', '/tasks', '/members', '/repositories'])
      expect(await codeOf(await cleo.send(`/v1/organizations/${ACME}${path}`))).toEqual([404, 'resource.not_found']);
    expect(await socket.subscribe(`organization:${ACME}`)).toMatchObject({ op: 'refused', code: 'not_found' });
    await eventually(async () => {
      const entries = await acme.foundry.sql`select d.data ->> 'reason' as reason from audit_log.entries e
        join audit_log.details d using (stream_id, seq) where e.kind = 'member.removed' and e.stream_id = ${ACME}`;
      expect(entries).toEqual([{ reason: 'github_removed' }]);
    });
  });
});
