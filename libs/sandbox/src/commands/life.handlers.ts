import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  ApplyIdleLimit,
  CheckpointView,
  DestroySandbox,
  ExpireStep,
  ExtendSandbox,
  HoldSandbox,
  KeepPolicy,
  PauseSandbox,
  RecreateSandbox,
  ReleaseHold,
  RequestSandbox,
  ResumeSandbox,
  RetrySandbox,
  type SandboxView,
  SaveSandbox,
  TouchSandbox,
  WarnOfPause,
} from '../contracts/index.js';
import { Policy } from '../domain/policy.entity.js';
import { chooseProvider, type ProviderOffer } from '../domain/provider-choice.js';
import { CheckpointUnknown, ProviderUnavailable, SandboxIsDestroyed, SandboxLimit } from '../domain/rejections.js';
import { Sandbox } from '../domain/sandbox.entity.js';
import { keep, loadSandbox, momentOf, personOf } from './keep.js';

const DEFAULT_IDLE_MINUTES = 15;
const Ids = z.array(z.object({ sandboxId: z.string() }));
const Count = z.array(z.object({ count: z.coerce.number() }));

/** What this instance offers, and how many sandboxes of one organization may run at once. */
export abstract class InstanceLimits implements ProviderOffer {
  abstract readonly configured: ProviderOffer['configured'];
  abstract readonly preferred: ProviderOffer['preferred'];
  abstract readonly perOrganization: number;
}

const Saved = z.array(z.object({ checkpoint: CheckpointView }));

/** What former sandboxes of the task saved last: a task that was put away begins again where it ended. */
async function savedBefore(tx: Tx, taskId: string): Promise<CheckpointView | null> {
  const rows = await tx.sql`select last_checkpoint as checkpoint from sandbox.sandboxes
    where task_id = ${taskId} and last_checkpoint is not null order by created_at desc limit 1`;
  return Saved.parse(rows)[0]?.checkpoint ?? null;
}

const subject = ({ sandboxId }: { sandboxId: string }) => ({ subject: { type: 'sandbox', id: sandboxId } });

@CommandHandler(RequestSandbox)
export class RequestSandboxHandler extends Handler<RequestSandbox> {
  constructor(private readonly instance: InstanceLimits) {
    super();
  }

  async handle({ payload }: RequestSandbox, tx: Tx): Promise<SandboxView> {
    const { organizationId, sandboxId, taskId, repository, branch } = payload;
    // Two ids for one task come from two senders at once; the second finds what the first made.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${taskId}::text, 0))`;
    const known = await this.existing(tx, payload);
    if (known) return known;
    const policy = await tx.find(Policy, { organizationId });
    const provider = chooseProvider(payload.provider, policy, this.instance);
    await this.mustHaveRoom(tx, organizationId);
    const { branchMode, trusted, onExpired } = payload;
    const sandbox = Sandbox.request(
      {
        ...{ organizationId, sandboxId, taskId, branch, branchMode, provider, trusted, onExpired },
        repositoryId: repository.id,
        cloneUrl: repository.cloneUrl,
        baseBranch: repository.base,
        requestedBy: personOf(tx),
        idleMinutes: policy?.idleMinutes ?? DEFAULT_IDLE_MINUTES,
        lastCheckpoint: await savedBefore(tx, taskId),
      },
      momentOf(tx),
    );
    await keep(tx, sandbox);
    tx.audit({ ...subject(payload), taskId, repositoryId: repository.id, branch, details: { provider } });
    return sandbox.view();
  }

  /** The sandbox that the task has, brought back if it sleeps or was lost. */
  private async existing(tx: Tx, { taskId, sandboxId }: RequestSandbox['payload']): Promise<SandboxView | null> {
    const rows = await tx.sql`select sandbox_id as "sandboxId" from sandbox.sandboxes
      where task_id = ${taskId} and state <> 'destroyed'`;
    const [row] = Ids.parse(rows);
    const sandbox = await tx.find(Sandbox, { sandboxId: row?.sandboxId ?? sandboxId });
    if (!sandbox) return null;
    if (sandbox.taskId !== taskId || sandbox.present === 'destroyed') throw new SandboxIsDestroyed();
    if (sandbox.sandboxId === sandboxId) {
      sandbox.need(momentOf(tx));
      await keep(tx, sandbox);
    } else tx.send(new ResumeSandbox({ organizationId: sandbox.organizationId, sandboxId: sandbox.sandboxId }));
    return sandbox.view();
  }

  private async mustHaveRoom(tx: Tx, organizationId: string): Promise<void> {
    const [row] = Count.parse(
      await tx.sql`select count(*) as count from sandbox.sandboxes
        where organization_id = ${organizationId} and state not in ('destroyed', 'paused', 'expired')`,
    );
    if ((row?.count ?? 0) >= this.instance.perOrganization) throw new SandboxLimit(this.instance.perOrganization);
  }
}

@CommandHandler(ResumeSandbox)
export class ResumeSandboxHandler extends Handler<ResumeSandbox> {
  async handle({ payload }: ResumeSandbox, tx: Tx): Promise<SandboxView> {
    const sandbox = await loadSandbox(tx, payload);
    const before = sandbox.present;
    sandbox.need(momentOf(tx));
    if (sandbox.present === before) return sandbox.view();
    await keep(tx, sandbox);
    tx.audit(subject(payload));
    return sandbox.view();
  }
}

@CommandHandler(PauseSandbox)
export class PauseSandboxHandler extends Handler<PauseSandbox> {
  async handle({ payload }: PauseSandbox, tx: Tx): Promise<SandboxView> {
    const sandbox = await loadSandbox(tx, payload);
    const pauses = sandbox.pause(payload.reason, momentOf(tx));
    await keep(tx, sandbox);
    if (pauses) tx.audit({ ...subject(payload), details: { reason: payload.reason } });
    return sandbox.view();
  }
}

@CommandHandler(ExtendSandbox)
export class ExtendSandboxHandler extends Handler<ExtendSandbox> {
  async handle({ payload }: ExtendSandbox, tx: Tx): Promise<SandboxView> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.extend(payload.minutes, momentOf(tx));
    await keep(tx, sandbox);
    return sandbox.view();
  }
}

@CommandHandler(RecreateSandbox)
export class RecreateSandboxHandler extends Handler<RecreateSandbox> {
  constructor(private readonly instance: InstanceLimits) {
    super();
  }

  async handle({ payload }: RecreateSandbox, tx: Tx): Promise<SandboxView> {
    const { sandboxId, fromCheckpointId, provider, trusted } = payload;
    const sandbox = await loadSandbox(tx, payload);
    if (provider !== null && !this.instance.configured.includes(provider)) throw new ProviderUnavailable(provider);
    if (fromCheckpointId !== null) {
      const rows = await tx.sql`select 1 from sandbox.checkpoints
        where checkpoint_id = ${fromCheckpointId} and sandbox_id = ${sandboxId}`;
      if (rows.length === 0) throw new CheckpointUnknown();
    }
    sandbox.recreate({ checkpointId: fromCheckpointId, provider, trusted }, momentOf(tx));
    await keep(tx, sandbox);
    return sandbox.view();
  }
}

@CommandHandler(DestroySandbox)
export class DestroySandboxHandler extends Handler<DestroySandbox> {
  async handle({ payload }: DestroySandbox, tx: Tx): Promise<SandboxView> {
    const sandbox = await loadSandbox(tx, payload);
    const before = sandbox.present;
    sandbox.destroy(payload.checkpointFirst, momentOf(tx));
    if (sandbox.present === before) return sandbox.view();
    await keep(tx, sandbox);
    tx.audit({ ...subject(payload), details: { reason: payload.reason } });
    return sandbox.view();
  }
}

@CommandHandler(RetrySandbox)
export class RetrySandboxHandler extends Handler<RetrySandbox> {
  async handle({ payload }: RetrySandbox, tx: Tx): Promise<SandboxView> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.retry(momentOf(tx));
    await keep(tx, sandbox);
    return sandbox.view();
  }
}

const VIEWED_MS = 120_000;

@CommandHandler(TouchSandbox)
export class TouchSandboxHandler extends Handler<TouchSandbox> {
  async handle({ payload }: TouchSandbox, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    // Looking at a machine that sleeps does not keep anything.
    if (!sandbox.isRunning()) return null;
    sandbox.hold('viewer', 'viewer', new Date(tx.now.getTime() + VIEWED_MS), tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(HoldSandbox)
export class HoldSandboxHandler extends Handler<HoldSandbox> {
  async handle({ payload }: HoldSandbox, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.hold(payload.holdId, payload.kind, new Date(payload.until), tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(ReleaseHold)
export class ReleaseHoldHandler extends Handler<ReleaseHold> {
  async handle({ payload }: ReleaseHold, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.release(payload.holdId, tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(SaveSandbox)
export class SaveSandboxHandler extends Handler<SaveSandbox> {
  async handle({ payload }: SaveSandbox, tx: Tx): Promise<null> {
    const { checkpointId, reason, store } = payload;
    const sandbox = await loadSandbox(tx, payload);
    sandbox.mustBeReady();
    sandbox.askCheckpoint({ checkpointId, reason, store, stepId: null });
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(ExpireStep)
export class ExpireStepHandler extends Handler<ExpireStep> {
  async handle({ payload }: ExpireStep, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.deadlinePassed(payload.stepId, momentOf(tx));
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(WarnOfPause)
export class WarnOfPauseHandler extends Handler<WarnOfPause> {
  async handle({ payload }: WarnOfPause, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.warn(tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(ApplyIdleLimit)
export class ApplyIdleLimitHandler extends Handler<ApplyIdleLimit> {
  async handle({ payload }: ApplyIdleLimit, tx: Tx): Promise<null> {
    const sandbox = await loadSandbox(tx, payload);
    sandbox.applyIdleLimit(payload.idleMinutes, tx.now);
    await keep(tx, sandbox);
    return null;
  }
}

@CommandHandler(KeepPolicy)
export class KeepPolicyHandler extends Handler<KeepPolicy> {
  async handle({ payload }: KeepPolicy, tx: Tx): Promise<null> {
    await tx.save(Policy.of(payload));
    return null;
  }
}
