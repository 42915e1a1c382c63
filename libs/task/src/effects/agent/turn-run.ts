import { type Attempt, Rejection } from '@foundry/messaging';
import type { AgentNews } from '@foundry/sandbox/contracts';
import { HoldSandbox } from '@foundry/sandbox/contracts';
import { RecordAgentNews, RecordDelivered, type RunTurn } from '../../contracts/index.js';
import { RpcMessage, SessionUpdate } from '../../transcript/acp.js';
import { normalise, type TranscriptOp, unknown } from '../../transcript/normalise.js';
import { recapOf } from '../../transcript/recap.js';
import type { TurnTranscript } from '../../transcript/turn-transcript.js';
import { METHOD_NOT_FOUND } from './agent-dialog.js';
import { isAgentGone, isMachineLost } from './agent-failures.js';
import type { Prompts } from './prompt.js';
import { answered, endedBy, type Ending, exited, interrupted, refused, type TurnEnd } from './turn-end.js';
import { TurnKeeper } from './turn-keeper.js';
import type { AgentLimits } from './turn-limits.js';
import type { Heard, TurnLine } from './turn-line.js';
import { TurnRequests } from './turn-requests.js';
import type { AgentCost, TurnRow, TurnRows } from './turn-rows.js';
import { TurnSending } from './turn-sending.js';
import { TurnSilence } from './turn-silence.js';

/** What a turn is run with. */
export interface TurnParts {
  payload: RunTurn['payload'];
  row: TurnRow & { agentSessionId: string };
  attempt: Attempt;
  limits: AgentLimits;
  rows: TurnRows;
  prompts: Prompts;
  line: TurnLine;
  transcript: TurnTranscript;
  clean: (text: string) => string;
  cost: AgentCost | null;
}

/** How a turn ended, and what it brought. */
export interface TurnResult extends TurnEnd {
  delivered: boolean;
  costCents: number | null;
}

const MAX_LINES = 5;

/**
 * One holder's part of a turn: from its prompt, or from where the former holder was, to its end. Everything that is heard
 * goes through one loop, and everything that is written is guarded.
 */
export class TurnRun {
  private readonly sending: TurnSending;
  private readonly requests: TurnRequests;
  private readonly silence: TurnSilence;
  private readonly lastLines: string[] = [];
  private end: TurnEnd | null = null;
  private ending: { why: Ending; untilMs: number } | null = null;
  private readonly keeper: TurnKeeper;
  private holdAtMs: number;
  private holds = 0;
  private leftOut = 0;

  constructor(private readonly parts: TurnParts) {
    const { row, attempt, limits, line } = parts;
    const now = Date.now();
    this.holdAtMs = now + limits.holdEveryMs;
    this.requests = new TurnRequests(parts);
    this.silence = new TurnSilence(limits, row.stalledSince, now);
    this.keeper = new TurnKeeper(parts, () => this.sending, this.silence);
    this.sending = new TurnSending(
      {
        ...{ line, attempt, limits, agentSessionId: row.agentSessionId, turnId: parts.payload.turnId },
        announce: () => this.keeper.flush(),
        prompt: () => this.prompt(),
      },
      row.delivery,
      row.requestId,
      now,
    );
  }

  /** Throws when this holder has to leave the turn to another one. */
  async run(): Promise<TurnResult> {
    const { row, line, transcript, attempt } = this.parts;
    // Told again, as the former holder may not have come to it; the second is dropped.
    if (row.delivery === 'sent') await this.tellDelivered();
    if (row.state === 'stopping') await this.stop('stop');
    line.listen(transcript.cursor.lastEventId);
    try {
      const end = await this.untilEnd();
      if (this.sending.sentAtMs !== null && end.outcome === 'stopped') await this.confirm();
      transcript.endText();
      transcript.draft.finish();
      await this.keeper.flush();
      attempt.abort.throwIfAborted();
      const { costCents } = this.keeper;
      return { ...end, delivered: this.sending.delivery === 'sent', costCents };
    } finally {
      line.leave();
    }
  }

  private async untilEnd(): Promise<TurnEnd> {
    for (;;) {
      await this.onTime();
      const heard = this.isOver() ? [] : await this.parts.line.hear(this.waitMs());
      for (const one of heard) if (!this.isOver()) await this.take(one);
      if (this.end) return this.end;
    }
  }

  private isOver(): boolean {
    return this.end !== null;
  }

  private waitMs(): number {
    const { limits, row, transcript, line } = this.parts;
    const held = transcript.heldSinceMs;
    const times = [
      this.keeper.dueMs,
      this.sending.dueMs,
      line.dueMs,
      held === null ? null : held + limits.heldMs,
      this.ending ? this.ending.untilMs : row.deadlineAt.getTime(),
      this.holdAtMs,
      this.stallAtMs(),
    ];
    const next = Math.min(...times.flatMap((time) => (time === null ? [] : [time])));
    return Math.max(0, next - Date.now());
  }

  private async onTime(): Promise<void> {
    const { limits, row, transcript, line } = this.parts;
    const now = Date.now();
    if (this.ending ? now >= this.ending.untilMs : now >= row.deadlineAt.getTime()) {
      await (this.ending ? this.endAgent() : this.stop('limit'));
    }
    if (this.isOver()) return;
    if (this.ending === null) await this.send(now);
    if (line.dueMs !== null && now >= line.dueMs) await line.tellAgain();
    const held = transcript.heldSinceMs;
    if (held !== null && now >= held + limits.heldMs) {
      transcript.release();
      this.keeper.soon(now);
    }
    const stallAt = this.stallAtMs();
    if (stallAt !== null && now >= stallAt) {
      transcript.notice('agent.silent', this.silence.stall(now));
      this.keeper.soon(now);
    }
    if (now >= this.holdAtMs) await this.hold(now);
    if (this.keeper.dueMs !== null && now >= this.keeper.dueMs) await this.keeper.flush();
  }

  private async take(heard: Heard): Promise<void> {
    if (heard.kind === 'aborted') {
      await this.keeper.flush();
      this.parts.attempt.abort.throwIfAborted();
    } else if (heard.kind === 'signal') {
      if (heard.signal.type === 'stop') await this.stop('stop');
      else if (heard.signal.type === 'permission' && heard.signal.ref !== undefined) {
        await this.requests.answer(heard.signal.ref);
        this.silence.told(Date.now());
      }
    } else if (heard.kind === 'lost') this.lost(heard.error);
    else await this.hearNews(heard.news);
  }

  private async hearNews(news: AgentNews): Promise<void> {
    const now = Date.now();
    if (news.kind === 'exited') {
      this.end = exited(news.code, this.lastLines, this.ending?.why ?? null);
    } else if (news.kind === 'gap') {
      const { from, to } = news.gap;
      const text = `${String(to - from + 1)} messages of the agent were lost; what it said there is missing.`;
      this.parts.transcript.notice('agent.gap', text, { from, to });
    } else {
      this.silence.heard(now);
      this.keeper.lastEventAt = new Date(now);
      await this.takeMessage(news.event.id, news.event.message);
    }
    this.keeper.soon(now);
  }

  private async takeMessage(eventId: number, raw: unknown): Promise<void> {
    const { transcript } = this.parts;
    const parsed = RpcMessage.safeParse(raw);
    const { id = null, method, params, result, error } = parsed.data ?? {};
    // Whoever takes over hears of a request again unless it is recorded, and that comes after what was said before it.
    if (method !== undefined && id !== null) {
      await this.takeRequest(eventId, id, method, params);
      return;
    }
    transcript.seen(eventId);
    if (!parsed.success) await this.apply([unknown('message', raw)], eventId);
    else if (method !== undefined) await this.apply(this.notified(method, params, raw), eventId);
    else if (id !== null && String(id) === this.sending.requestId) {
      if (error === undefined && this.sending.endedInDoubt(stopReasonOf(result))) return;
      await this.confirm();
      const why = this.ending?.why ?? null;
      this.end = error === undefined ? answered(result, why) : refused(error, why);
    }
  }

  private notified(method: string, params: unknown, raw: unknown): TranscriptOp[] {
    if (method === 'session/update') {
      const update = SessionUpdate.safeParse(params);
      return update.success ? normalise(update.data.update) : [unknown(method, raw)];
    }
    if (method === '_adapter/invalid_stdout') this.lastLines.push(this.parts.clean(lineOf(params)));
    if (this.lastLines.length > MAX_LINES) this.lastLines.shift();
    return [unknown(method, raw)];
  }

  private async takeRequest(eventId: number, id: string | number, method: string, params: unknown): Promise<void> {
    const { transcript, line } = this.parts;
    const isLeave = method === 'session/request_permission';
    const asked = isLeave ? this.requests.read(id, params, (callId) => transcript.draft.call(callId)) : null;
    if (asked === null) {
      transcript.seen(eventId);
      await line.tell(() => line.connection.answer(id, METHOD_NOT_FOUND));
      return;
    }
    await this.confirm();
    transcript.endText();
    await this.keeper.flush();
    transcript.seen(eventId);
    if (this.ending) await this.requests.cancel(asked);
    else await this.requests.record(asked);
  }

  private async apply(ops: readonly TranscriptOp[], eventId: number): Promise<void> {
    const { transcript, payload, row, attempt } = this.parts;
    for (const op of ops) {
      if (op.op === 'text' || op.op === 'tool' || op.op === 'plan' || op.op === 'echo') await this.confirm();
      if (op.op === 'text' || op.op === 'tool' || op.op === 'plan') this.keeper.hasOutput = true;
      if (op.op === 'text') transcript.text(op.kind, op.text, Date.now());
      else if (op.op === 'tool') transcript.tool(op.call, new Date());
      else if (op.op === 'plan') transcript.plan(op.entries);
      else if (op.op === 'notice') transcript.notice(op.code, op.text, op.raw);
      else if (op.op === 'cost' && op.currency === 'USD') this.keeper.counted(op.amount * 100);
      else if (op.op === 'session') {
        const { organizationId, taskId, sessionId } = payload;
        const of = { organizationId, taskId, sessionId, connectionNo: row.connectionNo };
        await attempt.send(`news ${String(eventId)}`, new RecordAgentNews({ ...of, ...op.news }));
      }
    }
  }

  private async send(now: number): Promise<void> {
    try {
      await this.sending.advance(now);
      if (this.sending.sentAtMs !== null) this.silence.told(this.sending.sentAtMs);
    } catch (error) {
      if (isAgentGone(error)) this.end = exited(null, this.lastLines, null);
      else if (isMachineLost(error)) this.lost(error);
      else throw error;
    }
  }

  /** The words, with what was said before if this agent does not know it. */
  private async prompt(): Promise<readonly unknown[]> {
    const { row, rows, payload, prompts } = this.parts;
    const needsRecap = row.facts?.needsRecap === true;
    const recap = needsRecap ? recapOf(await rows.recap(payload.sessionId, payload.turnId)) : null;
    const { blocks, leftOut } = await prompts.of(row, recap, row.facts?.takesImages === true);
    this.leftOut = leftOut;
    return blocks;
  }

  /** The agent has the prompt: the message stands in the transcript before anything that is said to it. */
  private async confirm(): Promise<void> {
    const { sending } = this;
    if (sending.delivery === 'sent' || !sending.isListening) return;
    const { transcript, row } = this.parts;
    sending.confirm();
    transcript.endText();
    const { messageId, author, attachments, text } = row;
    if (row.facts?.needsRecap === true) {
      const words = 'The agent could not open the conversation again. It was told what was said last.';
      transcript.notice('agent.new_session', words);
    }
    const data = { messageId, author, attachments };
    transcript.draft.add({ kind: 'user_message', text, data, authorId: author.userId });
    if (this.leftOut > 0) {
      transcript.notice(
        'message.images_left_out',
        `This agent takes no images, so ${String(this.leftOut)} were left out.`,
      );
    }
    await this.keeper.flush();
    await this.tellDelivered();
  }

  private async tellDelivered(): Promise<void> {
    const { organizationId, taskId, turnId } = this.parts.payload;
    const at = new Date().toISOString();
    await this.parts.attempt.send('delivered', new RecordDelivered({ organizationId, taskId, turnId, at }));
  }

  /** Asks the agent to end. One that was told nothing yet need not be asked. */
  private async stop(why: Ending): Promise<void> {
    if (this.ending) return;
    const { line, row, limits } = this.parts;
    this.ending = { why, untilMs: Date.now() + limits.stopMs };
    if (this.sending.delivery === 'none') {
      this.end = endedBy(why);
      return;
    }
    const { agentSessionId: sessionId } = row;
    await line.tell(() => line.connection.notify('session/cancel', { sessionId }));
    await this.requests.cancel();
  }

  /** It was asked to end and did not. */
  private async endAgent(): Promise<void> {
    await this.parts.line.connection.close();
    this.end = endedBy(this.ending?.why ?? 'stop', { exited: true });
  }

  private lost(error: unknown): void {
    const why = this.ending?.why ?? null;
    if (isAgentGone(error)) this.end = exited(null, this.lastLines, why);
    else if (isMachineLost(error) && error instanceof Error) {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'machine.gone';
      this.end = interrupted(code, error.message, why);
    } else if (error instanceof Rejection) this.end = interrupted(error.code, error.message, why);
    else throw error;
  }

  /** When people are to be told that nothing is heard; null: nothing is expected, or they know. */
  private stallAtMs(): number | null {
    return this.sending.isUnderWay && !this.requests.isWaiting ? this.silence.dueMs : null;
  }

  /** The machine stays while the turn runs. */
  private async hold(now: number): Promise<void> {
    const { payload, attempt, limits } = this.parts;
    const { organizationId, sandboxId, turnId: holdId } = payload;
    this.holds += 1;
    this.holdAtMs = now + limits.holdEveryMs;
    const until = new Date(now + limits.holdMs).toISOString();
    const hold = new HoldSandbox({ organizationId, sandboxId, holdId, kind: 'turn', until });
    await attempt.send(`hold ${String(attempt.fence)}.${String(this.holds)}`, hold);
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
