import type { AgentNews } from '@foundry/sandbox/contracts';
import { RecordAgentNews } from '../../contracts/index.js';
import { RpcMessage, SessionUpdate } from '../../transcript/acp.js';
import { normalise, type TranscriptOp, unknown } from '../../transcript/normalise.js';
import { METHOD_NOT_FOUND } from './agent-dialog.js';
import type { TurnDelivery } from './turn-delivery.js';
import type { TurnEnding } from './turn-ending.js';
import type { TurnKeeper } from './turn-keeper.js';
import type { TurnParts } from './turn-parts.js';
import type { TurnRequests } from './turn-requests.js';
import type { TurnSaves } from './turn-saves.js';
import type { TurnSending } from './turn-sending.js';
import type { TurnSilence } from './turn-silence.js';

/** Whom it concerns what an agent says. */
interface Around {
  sending: TurnSending;
  delivery: TurnDelivery;
  requests: TurnRequests;
  ending: TurnEnding;
  silence: TurnSilence;
  saves: TurnSaves;
  keeper: TurnKeeper;
}

/** What the agent says, event by event, and what it means for its turn. */
export class TurnHearing {
  constructor(
    private readonly parts: TurnParts,
    private readonly around: Around,
  ) {}

  async take(news: AgentNews): Promise<void> {
    const { ending, keeper } = this.around;
    const now = Date.now();
    if (news.kind === 'exited') ending.exited(news.code);
    else if (news.kind === 'gap') {
      const { from, to } = news.gap;
      const text = `${String(to - from + 1)} messages of the agent were lost; what it said there is missing.`;
      this.parts.transcript.notice('agent.gap', text, { from, to });
    } else await this.takeMessage(news.event.id, news.event.message);
    keeper.soon(now);
  }

  private async takeMessage(eventId: number, raw: unknown): Promise<void> {
    const { transcript } = this.parts;
    const parsed = RpcMessage.safeParse(raw);
    const { id = null, method, params, result, error } = parsed.data ?? {};
    if (parsed.success && method === undefined) {
      if (id !== null && String(id) === this.around.sending.requestId) await this.answered(eventId, result, error);
      // An answer to somebody else, such as to the turn before, says nothing of this one.
      else transcript.seen(eventId);
      return;
    }
    this.heard();
    // Whoever takes over hears of a request again unless it is recorded, and that comes after what was said before it.
    if (method !== undefined && id !== null) {
      await this.takeRequest(eventId, id, method, params);
      return;
    }
    transcript.seen(eventId);
    await this.apply(method === undefined ? [unknown('message', raw)] : this.notified(method, params, raw), eventId);
  }

  private heard(): void {
    const now = Date.now();
    this.around.silence.heard(now);
    this.around.keeper.lastEventAt = new Date(now);
  }

  /** The answer to the prompt. Until the end is reported it counts as not heard, so that whoever takes over hears it too. */
  private async answered(eventId: number, result: unknown, error: RpcMessage['error']): Promise<void> {
    const { sending, delivery, ending } = this.around;
    this.heard();
    // Whoever is to stop sends nothing more.
    if (ending.why === null && sending.endedInDoubt(stopReasonOf(result), error !== undefined)) {
      this.parts.transcript.seen(eventId);
      return;
    }
    await delivery.confirm();
    if (error) ending.refused(error);
    else ending.answered(result);
  }

  private notified(method: string, params: unknown, raw: unknown): TranscriptOp[] {
    if (method === 'session/update') {
      const update = SessionUpdate.safeParse(params);
      return update.success ? normalise(update.data.update) : [unknown(method, raw)];
    }
    if (method === '_adapter/invalid_stdout') this.around.ending.wrote(this.parts.clean(lineOf(params)));
    return [unknown(method, raw)];
  }

  private async takeRequest(eventId: number, id: string | number, method: string, params: unknown): Promise<void> {
    const { transcript, line } = this.parts;
    const { sending, delivery, requests, ending, keeper } = this.around;
    const isLeave = method === 'session/request_permission';
    const asked = isLeave ? requests.read(id, params, (callId) => transcript.draft.call(callId)) : null;
    if (asked === null) {
      transcript.seen(eventId);
      await line.tell(() => line.connection.answer(id, METHOD_NOT_FOUND));
      return;
    }
    if (!sending.isListening && !sending.isUnderWay) {
      // Of a prompt that was just cancelled, and is sent again.
      transcript.seen(eventId);
      await requests.cancel(asked);
      return;
    }
    await delivery.confirm();
    transcript.endText();
    await keeper.flush();
    transcript.seen(eventId);
    // Of a prompt that is being cancelled nobody is asked any more.
    if (ending.why === null && !sending.isInDoubt) await requests.record(asked);
    else await requests.cancel(asked);
  }

  private async apply(ops: readonly TranscriptOp[], eventId: number): Promise<void> {
    const { transcript, payload, row, attempt } = this.parts;
    const { delivery, keeper, saves } = this.around;
    for (const op of ops) {
      if (op.op === 'text' || op.op === 'tool' || op.op === 'plan' || op.op === 'echo') await delivery.confirm();
      if (op.op === 'text' || op.op === 'tool' || op.op === 'plan') keeper.hasOutput = true;
      if (op.op === 'text') transcript.text(op.kind, op.text, Date.now());
      else if (op.op === 'tool') {
        transcript.tool(op.call, new Date());
        saves.heard(transcript.draft.call(op.call.toolCallId));
      } else if (op.op === 'plan') transcript.plan(op.entries);
      else if (op.op === 'notice') transcript.notice(op.code, op.text, op.raw);
      else if (op.op === 'cost' && op.currency === 'USD') keeper.counted(op.amount * 100);
      else if (op.op === 'session') {
        const { organizationId, taskId, sessionId } = payload;
        const of = { organizationId, taskId, sessionId, connectionNo: row.connectionNo };
        await attempt.send(`news ${String(eventId)}`, new RecordAgentNews({ ...of, ...op.news }));
      }
    }
  }
}

function stopReasonOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'stopReason' in result ? result.stopReason : null;
}

function lineOf(params: unknown): string {
  const isObject = typeof params === 'object' && params !== null;
  const raw = isObject && 'raw' in params ? params.raw : params;
  return (typeof raw === 'string' ? raw : JSON.stringify(raw ?? null)).slice(0, 300);
}
