import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  ExpireCredential,
  InstallOwnerCredential,
  RecordCredential,
  ReleaseCredential,
  RemoveOwnerCredential,
} from '../contracts/index.js';
import type { Sandbox } from '../domain/sandbox.entity.js';
import { keep, loadSandbox, momentOf } from './keep.js';

const Ids = z.array(z.object({ processId: z.string() }));

/** Running processes that somebody else started: they could read the file while it is there. */
async function foreignProcesses(tx: Tx, { sandboxId, generation }: Sandbox, userId: string): Promise<string[]> {
  const rows = await tx.sql`select process_id as "processId" from sandbox.processes
    where sandbox_id = ${sandboxId} and generation = ${generation} and status = 'running'
      and created_by is distinct from ${userId} order by created_at limit 64`;
  return Ids.parse(rows).map(({ processId }) => processId);
}

@CommandHandler(InstallOwnerCredential)
export class InstallOwnerCredentialHandler extends Handler<InstallOwnerCredential> {
  async handle({ payload }: InstallOwnerCredential, tx: Tx): Promise<null> {
    const { needId, userId, kind, renew } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeReady();
    const foreign = await foreignProcesses(tx, sandbox, userId);
    sandbox.needCredential({ needId, userId, kind }, renew, foreign, momentOf(tx));
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(ReleaseCredential)
export class ReleaseCredentialHandler extends Handler<ReleaseCredential> {
  async handle({ payload }: ReleaseCredential, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.releaseNeed(payload.needId, tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(RemoveOwnerCredential)
export class RemoveOwnerCredentialHandler extends Handler<RemoveOwnerCredential> {
  async handle({ payload }: RemoveOwnerCredential, tx: Tx): Promise<null> {
    const { userId, reason } = payload;
    const sandbox = await loadSandbox(tx, payload);
    if (userId !== null && !sandbox.isCredentialOf(userId)) return null;
    const owner = sandbox.credentialOwner;
    if (!sandbox.removeCredential(reason, momentOf(tx))) return null;
    await keep(tx, sandbox);
    tx.audit({ subject: { type: 'sandbox', id: payload.sandboxId }, details: { reason, userId: owner } });
    return null;
  }
}

@CommandHandler(ExpireCredential)
export class ExpireCredentialHandler extends Handler<ExpireCredential> {
  async handle({ payload }: ExpireCredential, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    const owner = sandbox.credentialOwner;
    if (!sandbox.expireCredential(momentOf(tx))) return null;
    await keep(tx, sandbox);
    tx.audit({
      subject: { type: 'sandbox', id: payload.sandboxId },
      details: { reason: 'not_needed', userId: owner },
    });
    return null;
  }
}

@CommandHandler(RecordCredential)
export class RecordCredentialHandler extends Handler<RecordCredential> {
  async handle({ payload }: RecordCredential, tx: Tx): Promise<null> {
    const { outcome, generation, attemptId, sandboxId } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeCredentialAttempt(generation, attemptId);
    if (outcome.kind === 'installed') {
      const { userId, login, mode, leaseId, expiresAt } = outcome;
      const foreign = await foreignProcesses(tx, sandbox, userId);
      sandbox.credentialInstalled({ userId, login, mode, leaseId, expiresAt: new Date(expiresAt) }, foreign);
      const { repositoryId } = sandbox.view();
      const details = { userId, mode, expiresAt, leaseId };
      tx.audit({ subject: { type: 'sandbox', id: sandboxId }, taskId: sandbox.taskId, repositoryId, details });
    } else if (outcome.kind === 'removed') sandbox.credentialRemoved();
    else sandbox.credentialFailed(outcome.code, outcome.message);
    await keep(tx, sandbox);
    return null;
  }
}
