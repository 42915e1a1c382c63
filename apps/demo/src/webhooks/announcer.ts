import { z } from 'zod';
import { guid } from '../access/secrets.js';
import { nodeId, organizationSimple, simpleUser } from '../accounts/account.view.js';
import { repositoryView } from '../repositories/repository.view.js';
import type { App, Delivery, Installation } from '../state/app-records.js';
import type { Clock } from '../state/clock.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { post } from './delivery.js';
import { Queue } from './queue.js';

export const Mode = z.enum(['deliver', 'paused', 'lost', 'duplicated', 'reordered']);
/**
 * What happens to webhooks: `paused` and `reordered` hold them until the mode changes and then send them in order or
 * shuffled; `lost` fails them, so that they must be redelivered; `duplicated` sends each twice with one GUID.
 */
export type Mode = z.infer<typeof Mode>;

type Body = Record<string, unknown>;

const always = new Set([
  'installation',
  'installation_repositories',
  'installation_target',
  'github_app_authorization',
]);
const keptDeliveries = 10_000;

interface Outgoing {
  readonly app: App;
  readonly event: string;
  readonly payload: string;
  readonly guid: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
}

/** Tells the Apps that listen what happened. One attempt for each event and no retry, as GitHub. */
export class Announcer {
  private readonly queue = new Queue(20);
  private held: Outgoing[] = [];
  private mode: Mode = 'deliver';

  constructor(
    private readonly world: World,
    private readonly clock: Clock,
  ) {}

  /** Tells every installation that sees the repository and listens to the event. */
  aboutRepository(event: string, repository: Repository, senderId: number, body: Body): void {
    const { world } = this;
    for (const installation of world.installationsSeeing(repository)) {
      if (!this.listens(installation, event)) continue;
      const organization = world.organizations.get(repository.ownerId);
      this.send(world.app(installation.appId), event, installation, repository.id, {
        ...body,
        repository: { ...repositoryView(world, repository), ...asRecord(body['repository']) },
        ...(organization ? { organization: organizationSimple(world, organization) } : {}),
        sender: simpleUser(world, senderId),
        installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
      });
    }
  }

  /** Tells the installations of an organization about its members, name and end. */
  aboutOrganization(event: string, organizationId: number, senderId: number, body: Body): void {
    const organization = this.world.organizations.get(organizationId);
    for (const installation of this.world.installations.values()) {
      if (installation.accountId !== organizationId || !organization || !this.listens(installation, event)) continue;
      this.send(this.world.app(installation.appId), event, installation, null, {
        ...body,
        organization: organizationSimple(this.world, organization),
        sender: simpleUser(this.world, senderId),
        installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
      });
    }
  }

  /** Tells an App about its own installation; also when it is suspended or just deleted. */
  aboutInstallation(event: string, installation: Installation, senderId: number, body: Body): void {
    const sender = simpleUser(this.world, senderId);
    this.send(this.world.app(installation.appId), event, installation, null, { ...body, sender });
  }

  /** Tells an App something that concerns no installation, such as a revoked authorization. */
  aboutApp(event: string, app: App, body: Body): void {
    this.send(app, event, null, null, body);
  }

  /** Sends the payload of an earlier attempt again, under the same GUID. */
  redeliver(delivery: Delivery): void {
    const { event, payload, guid: id, action, installationId, repositoryId } = delivery;
    this.dispatch({
      app: this.world.app(delivery.appId),
      event,
      payload,
      guid: id,
      action,
      installationId,
      repositoryId,
      redelivery: true,
    });
  }

  /** Changes what happens to webhooks; held ones leave now, unless they are still to be held. */
  switchTo(mode: Mode): void {
    const shuffled = this.mode === 'reordered';
    this.mode = mode;
    if (mode === 'paused' || mode === 'reordered') return;
    const held = this.held;
    this.held = [];
    for (const outgoing of shuffled ? turnedAround(held) : held) this.dispatch(outgoing);
  }

  /** How many are held back or under way. */
  pending(): number {
    return this.held.length + this.queue.size();
  }

  /** Resolves when everything sent so far was answered. */
  async idle(): Promise<void> {
    await this.queue.idle();
  }

  private listens(installation: Installation, event: string): boolean {
    if (installation.suspendedAt) return false;
    return always.has(event) || installation.events.includes(event);
  }

  private send(app: App, event: string, installation: Installation | null, repositoryId: number | null, body: Body) {
    const action = body['action'];
    this.dispatch({
      app,
      event,
      payload: JSON.stringify(body),
      guid: guid(),
      action: typeof action === 'string' ? action : null,
      installationId: installation?.id ?? null,
      repositoryId,
      redelivery: false,
    });
  }

  private dispatch(outgoing: Outgoing): void {
    if (!outgoing.app.webhookUrl) return;
    if (this.mode === 'paused' || this.mode === 'reordered') {
      this.held.push(outgoing);
      return;
    }
    const copies = this.mode === 'duplicated' ? 2 : 1;
    const lost = this.mode === 'lost';
    for (let copy = 0; copy < copies; copy += 1) this.queue.add(() => this.attempt(outgoing, lost));
  }

  private async attempt({ app, ...sent }: Outgoing, lost: boolean): Promise<void> {
    const url = app.webhookUrl ?? '';
    const start = this.clock.milliseconds();
    const outcome = lost ? { status: 'timed out', statusCode: 504, responseBody: '' } : await post(app, url, sent);
    this.world.deliveries.push({
      ...sent,
      ...outcome,
      id: this.world.newId(),
      appId: app.id,
      url,
      deliveredAt: this.clock.text(),
      duration: (this.clock.milliseconds() - start) / 1000,
    });
    if (this.world.deliveries.length > keptDeliveries * 1.2) {
      this.world.deliveries = this.world.deliveries.slice(-keptDeliveries);
    }
    this.world.touch();
  }
}

function asRecord(value: unknown): Body {
  return z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
}

/** An order that is certainly another one: every second from the end, then the rest. */
function turnedAround<T>(items: readonly T[]): T[] {
  const back = [...items].reverse();
  return [...back.filter((_, index) => index % 2 === 0), ...back.filter((_, index) => index % 2 === 1)];
}
