import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CommandMessage, Reply } from '../contracts/index.js';
import { Invalid } from '../rejections/rejection.js';
import { CommandSender, type Requested, type SendContext } from '../sending/command-sender.js';
import { Answer } from './answer.js';
import type { Asked } from './asked.js';
import { bodyPointer, fieldErrors } from './field-errors.js';
import { refusalOfReply } from './outcome.js';
import { Refusal } from './refusal.js';
import type { AnswerStatus } from './route.js';

/** A class made by `command({ … })`. */
export type Sendable<Payload, C extends CommandMessage> = new (payload: Payload) => C;

/** How a route shows what its command returned. */
export interface Shown<Result> {
  /** `Location` of the new thing, with 201. */
  location?(result: Result): string;
  /** The answer's body. Default: the result. `replayed`: the key was used before, so a secret is null now. */
  body?(result: Result, replayed: boolean): unknown;
  /** Ids of what is being made, in the body of a 202. */
  pending?: Readonly<Record<string, unknown>>;
}

const WAITING: readonly AnswerStatus[] = [201, 200, 204];

/** Sends a route's command and answers with its outcome. */
@Injectable()
export class Commands {
  constructor(private readonly sender: CommandSender) {}

  /**
   * Builds the command, sends it as the caller and waits as `Prefer` says, at most 10 s; a route whose `answers` are 202
   * alone never waits. Handled: the result with the route's status of 200, 201 or 204. Not settled in time: 202. Throws
   * `request.invalid` when the payload does not fit, the refusal of api.md for every other outcome, and
   * `idempotency.key_reused`.
   */
  async execute<Payload, C extends CommandMessage>(
    asked: Asked,
    type: Sendable<Payload, C>,
    payload: Payload,
    shown: Shown<C['result']> = {},
  ): Promise<Answer> {
    const command = build(type, payload);
    const status = WAITING.find((candidate) => candidate in asked.route.answers);
    const requested = await this.request(command, asked, status === undefined ? 0 : asked.preference.waitMs);
    const headers = headersOf(asked, requested.replayed);
    if (requested.state === 'pending' || status === undefined)
      return pending(requested.commandId, shown.pending, headers);
    const { reply, replayed } = requested;
    const refusal = refusalOfReply(reply);
    if (refusal) throw withHeaders(refusal, headers);
    return handled(resultOf(reply, command), replayed, status, shown, headers);
  }

  private async request(command: CommandMessage, asked: Asked, waitMs: number): Promise<Requested> {
    const context = contextOf(asked);
    if (waitMs > 0) return this.sender.request(command, context, waitMs);
    const [accepted] = await this.sender.send([command], context);
    if (!accepted) throw new Error(`${command.constructor.name} was sent and not accepted.`);
    return { ...accepted, state: 'pending' };
  }
}

function build<Payload, C extends CommandMessage>(type: Sendable<Payload, C>, payload: Payload): C {
  try {
    return new type(payload);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Invalid('The request is not valid.', fieldErrors(error, bodyPointer));
  }
}

/** The kernel checked the result against the command's schema when it was stored. */
function resultOf<C extends CommandMessage>(reply: Reply, _command: C): C['result'] {
  return reply.result;
}

function contextOf(asked: Asked): SendContext {
  return {
    actor: asked.caller.actor,
    correlationId: randomUUID(),
    ...(asked.traceparent === undefined ? {} : { traceparent: asked.traceparent }),
    ...(asked.idempotency === undefined ? {} : { idempotency: asked.idempotency }),
  };
}

function headersOf(asked: Asked, replayed: boolean): Record<string, string> {
  return {
    ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}),
    ...(asked.preference.applied === null ? {} : { 'Preference-Applied': asked.preference.applied }),
  };
}

const withHeaders = (refusal: Refusal, headers: Record<string, string>): Refusal =>
  new Refusal(refusal.code, refusal.message, refusal.members, { ...refusal.headers, ...headers }, refusal.status);

function pending(commandId: string, ids: Shown<unknown>['pending'], headers: Record<string, string>): Answer {
  const statusUrl = `/v1/commands/${commandId}`;
  return new Answer(
    202,
    { commandId, code: 'command.pending', statusUrl, ...ids },
    { ...headers, Location: statusUrl, 'Retry-After': '1' },
  );
}

function handled<Result>(
  result: Result,
  replayed: boolean,
  status: number,
  shown: Shown<Result>,
  headers: Record<string, string>,
): Answer {
  if (status === 204) return new Answer(204, null, headers);
  const location = shown.location?.(result);
  const body = shown.body ? shown.body(result, replayed) : result;
  return new Answer(status, body, { ...headers, ...(location === undefined ? {} : { Location: location }) });
}
