import { RecordPermission } from '../../contracts/index.js';
import type { ToolCallData } from '../../transcript/tool-call.js';
import { idOfRef, permissionOf } from './permission-request.js';
import type { TurnParts } from './turn-parts.js';

/** What an agent asks leave for, in the agent's own name of it. */
export type AskedLeave = NonNullable<ReturnType<typeof permissionOf>>;

/** Requests of the agent for leave. Who may answer them, and what, is decided by the task; it tells by a signal. */
export class TurnRequests {
  private readonly open = new Set<string>();

  constructor(private readonly parts: Pick<TurnParts, 'payload' | 'attempt' | 'rows' | 'line' | 'clean'>) {}

  /** The agent waits for people. */
  get isWaiting(): boolean {
    return this.open.size > 0;
  }

  /** Null: it asks for something else, or not as the protocol says. `known`: a call as the transcript has it. */
  read(id: string | number, params: unknown, known: (callId: string) => ToolCallData | null): AskedLeave | null {
    const { payload, line, clean } = this.parts;
    const of = { turnId: payload.turnId, connection: line.connection.serverId, at: new Date(), clean };
    return permissionOf(params, id, of, known);
  }

  /** Told to the task once, whichever holder tells it. */
  async record(asked: AskedLeave): Promise<void> {
    const { payload, attempt } = this.parts;
    const { organizationId, taskId, turnId } = payload;
    this.open.add(asked.requestRef);
    const report = new RecordPermission({ organizationId, taskId, turnId, ...asked });
    await attempt.send(`permission ${asked.connection} ${asked.requestRef}`, report);
  }

  /** Somebody answered, or the policy of the task did. */
  async answer(permissionId: string): Promise<void> {
    const { rows, line } = this.parts;
    const request = await rows.request(permissionId);
    if (request?.connection !== line.connection.serverId || request.state !== 'answered') return;
    const option = request.options.find(({ kind }) => kind === request.answer);
    this.open.delete(request.requestRef);
    const outcome = option ? { outcome: 'selected', optionId: option.optionId } : { outcome: 'cancelled' };
    await this.tell(request.requestRef, outcome);
  }

  /** Nobody will answer any more. `also`: one that is not recorded. */
  async cancel(also: AskedLeave | null = null): Promise<void> {
    const { rows, payload, line } = this.parts;
    if (also) this.open.add(also.requestRef);
    for (const ref of await rows.openRequests(payload.turnId, line.connection.serverId)) this.open.add(ref);
    for (const ref of this.open) await this.tell(ref, { outcome: 'cancelled' });
    this.open.clear();
  }

  private tell(ref: string, outcome: object): Promise<void> {
    const { line } = this.parts;
    return line.tell(() => line.connection.answer(idOfRef(ref), { result: { outcome } }));
  }
}
