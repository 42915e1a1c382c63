import { expect, it } from '@jest/globals';
import { aDraft } from '../testing/a-chain.js';
import { appendAuditEntry } from './append-audit-entry.js';
import { AUDIT_KINDS } from './kinds.js';

it('goes to the mailbox of its stream, and to the history of its organization', () => {
  const { payload } = appendAuditEntry(aDraft(1, { streamId: '41' }));
  expect(payload).toMatchObject({ streamId: '41', organizationId: '41' });
});

it('is of no organization in the stream of the instance', () => {
  expect(appendAuditEntry(aDraft(1, { streamId: '0' })).payload.organizationId).toBeNull();
});

it('carries no secret out of branch, subject or details', () => {
  const secret = 'fdy_5Hq1u2Jx9aKbZ0';
  const draft = aDraft(1, {
    branch: `fix/${secret}`,
    subject: { type: 'branch', id: secret },
    details: { title: secret },
  });
  const { payload } = appendAuditEntry(draft);
  expect(JSON.stringify(payload)).not.toContain(secret);
  expect(payload.branch).toBe('fix/[secret]');
});

it('declares kinds as subject and past participle only', () => {
  for (const kind of Object.keys(AUDIT_KINDS)) expect(kind).toMatch(/^[a-zA-Z_]+\.[a-z_]+$/);
});
