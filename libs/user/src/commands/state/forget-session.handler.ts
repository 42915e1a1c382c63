import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ForgetSession, taskScope } from '../../contracts/index.js';
import { Draft } from '../../domain/draft.entity.js';
import { SessionState } from '../../domain/session-state.entity.js';
import { TaskState } from '../../domain/task-state.entity.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { endItems } from './end-items.js';
import { saveAndTell, tellDraft, tellInbox } from './tell-state.js';

@CommandHandler(ForgetSession)
export class ForgetSessionHandler extends Handler<ForgetSession> {
  async handle({ payload }: ForgetSession, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { userId, taskId, sessionId } = payload;
    const session = await tx.find(SessionState, { userId, sessionId });
    if (session) await tx.remove(session);
    const state = await tx.find(TaskState, { userId, taskId });
    if (state?.leave(sessionId, session !== null, tx.now)) await saveAndTell(tx, payload, state);
    await this.dropDraft(tx, payload);
    const ended = await endItems(tx, userId, { sessionId });
    if (ended.length > 0) await tellInbox(tx, userId, ended);
    return null;
  }

  private async dropDraft(tx: Tx, { userId, taskId, sessionId }: ForgetSession['payload']): Promise<void> {
    const draft = await tx.find(Draft, { userId, scope: taskScope(taskId, sessionId) });
    if (!draft) return;
    if (draft.drop(tx.now)) tellDraft(tx, userId, draft.view());
    await tx.remove(draft);
  }
}
