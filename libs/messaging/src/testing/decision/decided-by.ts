import type { Actor, CommandMessage, Envelope } from '../../contracts/index.js';
import type { Handler } from '../../handling/handler.js';
import { derivedId } from '../../identity/derived-id.js';
import { definitionOf } from '../../sending/definition-of.js';
import { Decision } from './decision.js';
import { MemoryTx, type SqlAnswer } from './memory-tx.js';

/** Who asks, and when. */
export interface Circumstances {
  actor?: Actor;
  now?: Date;
}

/** When decisions are taken, unless the test says otherwise. */
export const NOON = new Date('2030-01-01T12:00:00.000Z');

/** The rows before a decision. */
export class Given<C extends CommandMessage> {
  constructor(
    private readonly handler: Handler<C>,
    private readonly entities: readonly object[],
    private readonly answers: readonly SqlAnswer[] = [],
  ) {}

  /** Rows for the handler's statements of SQL: one list for each, in the order of asking. */
  answering(...answers: SqlAnswer[]): Given<C> {
    return new Given(this.handler, this.entities, [...this.answers, ...answers]);
  }

  /** The command, by the actor (default: Foundry itself) at a time (default: NOON). */
  when(
    command: C,
    { actor = { kind: 'system', module: 'test' }, now = NOON }: Circumstances = {},
  ): Decision<C['result']> {
    const tx = new MemoryTx(envelopeOf(command, actor, now), now, this.entities, [...this.answers]);
    return new Decision(tx, this.entities, (transaction) => this.handler.handle(command, transaction));
  }
}

/**
 * Decisions of one handler with nothing running:
 *
 *     const given = decidedBy(new ArchiveTaskHandler());
 *     it('refuses to archive twice', () => given(anArchivedTask()).when(new ArchiveTask({ taskId })).thenRejected('task.archived'));
 */
export const decidedBy =
  <C extends CommandMessage>(handler: Handler<C>) =>
  (...entities: object[]): Given<C> =>
    new Given(handler, entities);

function envelopeOf(command: CommandMessage, actor: Actor, now: Date): Envelope {
  const { name, entity, organization = null, upcasts = [] } = definitionOf(command);
  const payload: Record<string, unknown> = isRecord(command.payload) ? command.payload : {};
  const idIn = (field: string | null): string | null => (field === null ? null : String(payload[field]));
  return {
    id: derivedId('decision', name),
    kind: 'command',
    name,
    v: upcasts.length + 1,
    entityId: idIn(entity) ?? '',
    organizationId: idIn(organization),
    payload,
    actor,
    correlationId: derivedId('decision', name, 'correlation'),
    causationId: null,
    hop: 0,
    seq: '1',
    deadline: null,
    replyTo: null,
    traceparent: null,
    acceptedAt: now.toISOString(),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
