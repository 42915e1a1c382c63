import type { EventStream, SettledOutcome, Unsubscribe } from '@foundry/messaging';
import type { RealtimeLog } from './realtime-log.js';
import type { CredentialWatch } from './rights/credential-watch.js';
import { doubtAbout, type RightsDoubt } from './rights/rights-rules.js';
import type { RightsWatch } from './rights/rights-watch.js';
import type { OpenSockets } from './sockets/open-sockets.js';
import { Change } from './topics/change.js';
import type { Subscription } from './topics/subscription.js';
import type { TopicRooms } from './topics/topic-rooms.js';

export interface Listeners {
  stream: EventStream;
  rooms: TopicRooms;
  sockets: OpenSockets;
  rights: RightsWatch;
  credentials: CredentialWatch;
  log: RealtimeLog;
}

/** Hands what the wire brings to the topics, and acts on events that end a right before the deltas after them. */
export class StreamListener {
  #unsubscribe: Unsubscribe[] = [];

  constructor(private readonly parts: Listeners) {}

  start(): void {
    const { stream, rooms, log } = this.parts;
    this.#unsubscribe = [
      stream.onEvent((event) => {
        const doubt = doubtAbout(event);
        const settled = doubt ? this.#doubt(doubt) : null;
        rooms.takeEvent(event);
        settled?.catch((error: unknown) => {
          log.error({ event: event.name, error }, 'rights not checked');
        });
      }),
      stream.onDelta((delta) => rooms.find(delta.topic)?.take(new Change(delta), true)),
      stream.onOutcome((outcome) => {
        this.#tell(outcome);
      }),
      stream.onGap(() => {
        // a failure of storage is tried again topic by topic, or by the next gap
        rooms.compareAll().catch((error: unknown) => {
          log.warn({ error }, 'topics not compared after a gap of the wire');
        });
      }),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
  }

  /** Runs up to the first wait at once, so that deltas of the same event are held already. */
  async #doubt({ userId, everyone, organizationId, credentialsOf, deleted }: RightsDoubt): Promise<void> {
    const { sockets, rights, credentials } = this.parts;
    const gone = new Set(deleted);
    for (const subscription of sockets.subscriptions()) {
      if (gone.has(subscription.topic)) subscription.revoke('deleted');
      if (everyone || (organizationId !== undefined && mayConcern(subscription, organizationId))) {
        subscription.checkedAt = 0;
      }
    }
    await Promise.all([
      userId === undefined ? null : rights.doubt(sockets.of(userId).flatMap(({ topics }) => topics.all)),
      credentialsOf === undefined ? null : credentials.check(credentialsOf),
    ]);
  }

  #tell({ userId, commandId, outcome, code, message }: SettledOutcome): void {
    const frame = JSON.stringify({
      op: 'outcome',
      commandId,
      outcome,
      ...(code === null ? {} : { code }),
      ...(message === null ? {} : { message }),
    });
    for (const { socket } of this.parts.sockets.of(userId)) socket.send(frame);
  }
}

/** Topics of tasks and machines do not name their organization, so each of them may be of this one. */
function mayConcern({ kind, topic }: Subscription, organizationId: string): boolean {
  return kind === 'organization' ? topic === `organization:${organizationId}` : kind !== 'app' && kind !== 'history';
}
