import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { CheckpointReason, type CheckpointView, RecordCheckpoint, type SavedState } from '../contracts/index.js';
import { StepEnded } from '../domain/rejections.js';
import type { Sandbox } from '../domain/sandbox.entity.js';
import { keep, loadSandbox, momentOf } from './keep.js';

/** Kept of a task beside those of losses, and the newest that does not lie on its machine alone. */
const KEPT = 3;
const Ids = z.array(z.object({ checkpointId: z.string() }));

/** Keeps what was saved, and goes on with the pause or the end that waited for it. */
@CommandHandler(RecordCheckpoint)
export class RecordCheckpointHandler extends Handler<RecordCheckpoint> {
  async handle({ payload }: RecordCheckpoint, tx: Tx): Promise<null> {
    const { checkpointId, outcome, stepId, generation } = payload;
    const sandbox = await loadSandbox(tx, payload);
    if (stepId === null) sandbox.mustBeGeneration(generation);
    else sandbox.mustBeStep(generation, stepId);
    if (outcome.kind === 'saved') {
      const checkpoint = viewOf(payload, outcome.state, tx.now);
      await this.store(tx, sandbox, checkpoint, outcome.state.commitSha);
      sandbox.checkpointed(checkpointId, checkpoint, false);
    } else if (outcome.kind === 'unchanged') {
      const last = sandbox.view().lastCheckpoint;
      if (last === null) throw new StepEnded();
      sandbox.checkpointed(checkpointId, last, true);
    } else sandbox.checkpointFailed(checkpointId, outcome.code, outcome.message);
    if (stepId !== null) {
      if (outcome.kind === 'failed') sandbox.fail('checkpoint.failed', outcome.message, momentOf(tx));
      else sandbox.afterSaving(momentOf(tx));
    }
    await keep(tx, sandbox);
    return null;
  }

  private async store(tx: Tx, { taskId }: Sandbox, view: CheckpointView, commitSha: string): Promise<void> {
    await tx.sql`insert into sandbox.checkpoints (checkpoint_id, sandbox_id, task_id, generation, number, reason, head_sha,
        tree_sha, commit_sha, base_sha, unpushed_commits, dirty, stored, bytes, left_out, created_at)
      values (${view.checkpointId}, ${view.sandboxId}, ${taskId}, ${view.generation}, ${view.number}, ${view.reason},
        ${view.headSha}, ${view.treeSha}, ${commitSha}, ${view.baseSha}, ${view.unpushedCommits}, ${view.dirty},
        ${view.stored}, ${view.bytes}, ${JSON.stringify(view.leftOut)}::jsonb, ${tx.now})
      on conflict do nothing`;
    const gone = Ids.parse(
      await tx.sql`delete from sandbox.checkpoints where task_id = ${taskId} and not of_loss and checkpoint_id not in (
          select checkpoint_id from sandbox.checkpoints where task_id = ${taskId}
          order by created_at desc, number desc limit ${KEPT})
        and checkpoint_id is distinct from (
          select checkpoint_id from sandbox.checkpoints where task_id = ${taskId} and stored <> 'machine_only'
          order by created_at desc, number desc limit 1)
        returning checkpoint_id as "checkpointId"`,
    ).map(({ checkpointId }) => checkpointId);
    await tx.sql`delete from sandbox.checkpoint_bundles where checkpoint_id = any(${gone}::uuid[])`;
  }
}

function viewOf(payload: RecordCheckpoint['payload'], state: SavedState, now: Date): CheckpointView {
  const { commitSha: _, ...shown } = state;
  return {
    checkpointId: payload.checkpointId,
    sandboxId: payload.sandboxId,
    generation: payload.generation,
    number: payload.number,
    reason: CheckpointReason.parse(payload.reason),
    ...shown,
    createdAt: now.toISOString(),
  };
}
