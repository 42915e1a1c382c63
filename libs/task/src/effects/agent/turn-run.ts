import { TurnDelivery } from './turn-delivery.js';
import type { TurnEnd } from './turn-end.js';
import { TurnEnding } from './turn-ending.js';
import { TurnHearing } from './turn-hearing.js';
import { TurnHold } from './turn-hold.js';
import { TurnKeeper } from './turn-keeper.js';
import type { Heard } from './turn-line.js';
import type { TurnParts } from './turn-parts.js';
import { TurnRequests } from './turn-requests.js';
import { TurnSaves } from './turn-saves.js';
import { TurnSending } from './turn-sending.js';
import { TurnSilence } from './turn-silence.js';
import { TurnTimes } from './turn-times.js';

/** How a turn ended, and what it brought. */
export interface TurnResult extends TurnEnd {
  delivered: boolean;
  costCents: number | null;
}

/**
 * One holder's part of a turn: from its prompt, or from where the former holder was, to its end. Everything that is heard
 * goes through one loop, and everything that is written is guarded.
 */
export class TurnRun {
  private readonly sending: TurnSending;
  private readonly delivery: TurnDelivery;
  private readonly requests: TurnRequests;
  private readonly silence: TurnSilence;
  private readonly keeper: TurnKeeper;
  private readonly ending: TurnEnding;
  private readonly saves: TurnSaves;
  private readonly hearing: TurnHearing;
  private readonly times: TurnTimes;

  constructor(private readonly parts: TurnParts) {
    const { row, attempt, limits, line, payload } = parts;
    const now = Date.now();
    this.requests = new TurnRequests(parts);
    this.silence = new TurnSilence(limits, row.stalledSince, now);
    this.sending = new TurnSending(
      {
        ...{ line, attempt, limits, agentSessionId: row.agentSessionId, turnId: payload.turnId },
        announce: () => this.keeper.flush(),
        prompt: () => this.delivery.prompt(),
      },
      row.delivery,
      row.requestId,
      now,
    );
    this.keeper = new TurnKeeper(parts, this.sending, this.silence);
    this.ending = new TurnEnding(parts, this.requests, this.sending);
    this.saves = new TurnSaves(parts, now);
    const { sending, requests, silence, keeper, ending, saves } = this;
    this.delivery = new TurnDelivery(parts, { sending, ending, silence, keeper });
    const around = { sending, requests, silence, keeper, ending, saves, delivery: this.delivery };
    this.hearing = new TurnHearing(parts, around);
    this.times = new TurnTimes(parts, { ...around, hold: new TurnHold(parts, now) });
  }

  /** Throws when this holder has to leave the turn to another one. */
  async run(): Promise<TurnResult> {
    const { row, line, transcript, attempt } = this.parts;
    // Told again, as the former holder may not have come to it; the second is dropped.
    if (row.delivery === 'sent') await this.delivery.tell();
    if (row.state === 'stopping') await this.ending.ask('stop');
    line.listen(transcript.cursor.lastEventId);
    try {
      const end = await this.untilEnd();
      if (this.sending.sentAtMs !== null && end.outcome === 'stopped') await this.delivery.confirm();
      transcript.endText();
      transcript.draft.finish();
      await this.keeper.flush();
      attempt.abort.throwIfAborted();
      const { costCents } = this.keeper;
      return { ...end, delivered: this.delivery.isDelivered, costCents };
    } finally {
      line.leave();
    }
  }

  private async untilEnd(): Promise<TurnEnd> {
    for (;;) {
      await this.times.pass(Date.now());
      const heard = this.isOver() ? [] : await this.parts.line.hear(this.times.wait(Date.now()));
      for (const one of heard) if (!this.isOver()) await this.take(one);
      const { end } = this.ending;
      if (end) return end;
    }
  }

  private isOver(): boolean {
    return this.ending.end !== null;
  }

  private async take(heard: Heard): Promise<void> {
    if (heard.kind === 'aborted') {
      await this.keeper.flush();
      this.parts.attempt.abort.throwIfAborted();
    } else if (heard.kind === 'signal') {
      const { type, ref } = heard.signal;
      if (type === 'stop') await this.ending.ask('stop');
      else if (type === 'permission' && ref !== undefined) {
        await this.requests.answer(ref);
        this.silence.told(Date.now());
      } else if (type === 'saved' && ref !== undefined) this.saves.over(ref);
    } else if (heard.kind === 'lost') this.ending.lost(heard.error);
    else await this.hearing.take(heard.news);
  }
}
