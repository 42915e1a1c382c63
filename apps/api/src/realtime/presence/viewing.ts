import { type CommandSender, Unavailable, type Viewer } from '@foundry/messaging';
import type { ClientFrame } from '@foundry/messaging/contracts';
import type { RealtimeSettings } from '../limits.js';
import type { RealtimeLog } from '../realtime-log.js';
import type { OpenSocket } from '../sockets/open-sockets.js';
import { parseTopicName } from '../topics/topic-name.js';
import type { TopicSources } from '../topics/topic-sources.js';
import type { ViewerFollowers } from './viewer-followers.js';

type PresenceFrame = Extract<ClientFrame, { op: 'presence' }>;

type State = Exclude<PresenceFrame['state'], 'away'>;

/** One sign of one tab about one topic. */
interface Sign {
  until: number;
  state: State;
}

export interface ViewingParts {
  settings: RealtimeSettings;
  sources: TopicSources;
  followers: ViewerFollowers;
  sender: CommandSender;
  log: RealtimeLog;
}

/**
 * Who looks at what on the sockets of this instance, and what follows for them. A tab says so every 20 s and is forgotten
 * 30 s after its last sign, or at once with its socket. Only topics that the socket holds count, and only while it keeps
 * up: what a tab was not sent yet it does not show.
 */
export class Viewing {
  /** The last sign of each socket about each topic. */
  readonly #signs = new Map<OpenSocket, Map<string, Sign>>();
  #followedAt = 0;
  #isFollowing = false;

  constructor(private readonly parts: ViewingParts) {}

  /** How many topics are looked at, on all sockets. */
  get size(): number {
    return [...this.#signs.values()].reduce((sum, topics) => sum + topics.size, 0);
  }

  note(open: OpenSocket, { topic, state }: PresenceFrame, now: number): void {
    const own = this.#signs.get(open) ?? new Map<string, Sign>();
    const isNew = !own.has(topic);
    if (state === 'away' || !holds(open, topic)) own.delete(topic);
    else own.set(topic, this.#sign(open, topic, state, now, own.get(topic)));
    if (own.size > 0) this.#signs.set(open, own);
    else this.#signs.delete(open);
    if (isNew && own.has(topic)) this.#follow([[open, topic]]);
  }

  forget(open: OpenSocket): void {
    this.#signs.delete(open);
  }

  /** Who looks at what: the state of each person, by topic. A tab that is behind for a moment is still looked at. */
  present(now: number): Map<string, Map<string, State>> {
    const topics = new Map<string, Map<string, State>>();
    for (const [open, signs] of this.#signs) {
      for (const [topic, { until, state }] of signs) {
        if (until < now || !sees(open, topic)) continue;
        const people = topics.get(topic) ?? new Map<string, State>();
        topics.set(topic, people);
        if (people.get(open.socket.userId) !== 'typing') people.set(open.socket.userId, state);
      }
    }
    return topics;
  }

  beat(now: number): void {
    if (now - this.#followedAt < this.parts.settings.viewedEveryMs || this.#isFollowing) return;
    this.#followedAt = now;
    const looking = [...this.#signs].flatMap(([open, topics]) =>
      [...topics].map(([topic, { until }]) => ({ open, topic, until })),
    );
    for (const { open, topic, until } of looking) if (until < now) this.#signs.get(open)?.delete(topic);
    this.#follow(looking.filter(({ until }) => until >= now).map(({ open, topic }) => [open, topic]));
  }

  /** Whoever may not act does not type; that somebody may is asked of the topic, and shown from then on. */
  #sign(open: OpenSocket, topic: string, state: State, now: number, before: Sign | undefined): Sign {
    const sign: Sign = { until: now + this.parts.settings.presenceMs, state: 'viewing' };
    if (state !== 'typing') return sign;
    if (before?.state === 'typing') sign.state = 'typing';
    const found = this.parts.sources.find(topic);
    const may = found?.source.mayAct?.(open.socket.caller.subscriber, found.id) ?? Promise.resolve(found !== null);
    may.then(
      (isAllowed) => {
        sign.state = isAllowed ? 'typing' : 'viewing';
      },
      (error: unknown) => {
        const level = error instanceof Unavailable ? 'warn' : 'error';
        this.parts.log[level]({ topic, error }, 'typing not judged');
      },
    );
    return sign;
  }

  #follow(looking: readonly (readonly [OpenSocket, string])[]): void {
    const shown = looking.filter(([open, topic]) => !open.socket.isSlow && holds(open, topic));
    if (shown.length === 0) return;
    this.#isFollowing = true;
    this.#sendWhatFollows(shown)
      .catch((error: unknown) => {
        const level = error instanceof Unavailable ? 'warn' : 'error';
        this.parts.log[level]({ error }, 'viewers not followed');
      })
      .finally(() => {
        this.#isFollowing = false;
      });
  }

  async #sendWhatFollows(shown: readonly (readonly [OpenSocket, string])[]): Promise<void> {
    for (const [kind, viewers] of viewersByKind(shown)) {
      for (const follower of this.parts.followers.of(kind)) {
        for (const { actor, command } of await follower.follow(viewers)) {
          await this.parts.sender.send([command], { actor });
        }
      }
    }
  }
}

const sees = ({ topics }: OpenSocket, topic: string): boolean =>
  topics.all.some((subscription) => subscription.topic === topic);

const holds = ({ topics }: OpenSocket, topic: string): boolean =>
  topics.all.some((subscription) => subscription.topic === topic && !subscription.isBehind);

/** Each person once for each thing, however many tabs they have. */
function viewersByKind(shown: readonly (readonly [OpenSocket, string])[]): Map<string, Viewer[]> {
  const kinds = new Map<string, Map<string, Viewer>>();
  for (const [{ socket }, topic] of shown) {
    const name = parseTopicName(topic);
    if (!name) continue;
    const { actor } = socket.caller.subscriber;
    const viewers = kinds.get(name.kind) ?? new Map<string, Viewer>();
    kinds.set(name.kind, viewers.set(`${actor.userId} ${name.id}`, { actor, id: name.id }));
  }
  return new Map([...kinds].map(([kind, viewers]) => [kind, [...viewers.values()]]));
}
