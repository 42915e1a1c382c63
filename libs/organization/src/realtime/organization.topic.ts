import { ask, type ShowsTopic, type Subscriber, Topic } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { MembershipOf } from '../contracts/index.js';
import { MembersQuery } from '../queries/members.query.js';
import { OrganizationQuery } from '../queries/organization.query.js';
import { TasksQuery } from '../queries/tasks.query.js';
import { TaskVisibility } from '../visibility/task-visibility.js';
import { VisibleRepositories } from '../visibility/visible-repositories.js';
import { visiblePart } from './visible-part.js';

/** Members in a snapshot; the rest is paged over REST. */
const SHOWN_MEMBERS = 200;
const SHOWN_TASKS = 200;
/** Of a snapshot, which is at most 1 MiB: what is left of it for tasks. */
const TASK_BYTES = 640 * 1024;

const AccessFrame = z.object({ userId: z.string() });

/** `organization:<id>` for its members. Nothing is created or changed by looking. */
@Injectable()
@Topic('organization')
export class OrganizationTopic implements ShowsTopic {
  readonly idPattern = /^[1-9][0-9]{0,18}$/;

  /** What each socket may see, as it was when its right to read was last checked. */
  private readonly seen = new WeakMap<Subscriber, Map<string, VisibleRepositories>>();

  constructor(
    private readonly queries: QueryBus,
    private readonly organizations: OrganizationQuery,
    private readonly members: MembersQuery,
    private readonly tasks: TasksQuery,
    private readonly visibility: TaskVisibility,
  ) {}

  async mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    const { scopes, organizationId } = subscriber;
    if (organizationId !== null && organizationId !== id) return false;
    if (scopes !== 'all' && !scopes.includes('organization:read')) return false;
    return (await this.look(subscriber, id)) !== null;
  }

  async snapshot(subscriber: Subscriber, id: string): Promise<unknown> {
    const visible = await this.look(subscriber, id);
    const [membership, found, members, listed, counts] = await Promise.all([
      ask(this.queries, new MembershipOf(subscriber.actor.userId, id)),
      this.organizations.find(id),
      this.members.page(id, {}, null, SHOWN_MEMBERS + 1),
      visible ? this.tasks.page(id, visible, {}, null, SHOWN_TASKS + 1) : [],
      visible ? this.tasks.counts(id, visible) : [],
    ]);
    const tasks = thatFit(listed.slice(0, SHOWN_TASKS));
    return {
      organization: found?.organization ?? null,
      settings: found ? { organizationId: id, settings: found.settings, version: found.organization.version } : null,
      role: membership?.role ?? null,
      members: members.slice(0, SHOWN_MEMBERS),
      tasks,
      counts,
      truncated: [
        ...(members.length > SHOWN_MEMBERS ? ['members'] : []),
        ...(listed.length > tasks.length ? ['tasks'] : []),
      ],
    };
  }

  /** Tasks of repositories that the viewer may not read are left out; a frame of nothing else is `hidden`. */
  view(subscriber: Subscriber, delta: Delta): Delta | null {
    const visible = this.seen.get(subscriber)?.get(delta.topic.slice('organization:'.length));
    return visiblePart(delta, visible ?? null);
  }

  /** An `access` frame is for nobody to see; it marks where the person's access changed. */
  startsAgain({ actor }: Subscriber, { type, data }: Delta): boolean {
    return type === 'repositories' || (type === 'access' && AccessFrame.safeParse(data).data?.userId === actor.userId);
  }

  sightOf(subscriber: Subscriber, id: string): string | null {
    return this.seen.get(subscriber)?.get(id)?.summary ?? null;
  }

  /** A slow reader gets the newest state of each member, of the profile and of the settings. */
  entityOf({ type, data }: Delta): string | null {
    if (type === 'organization' || type === 'settings') return type;
    if (typeof data !== 'object' || data === null || !('userId' in data)) return null;
    return typeof data.userId === 'string' ? `member ${data.userId}` : null;
  }

  private async look(subscriber: Subscriber, id: string): Promise<VisibleRepositories | null> {
    const found = await this.visibility.of(subscriber.actor.userId, id);
    const { scopes } = subscriber;
    const isReader = scopes === 'all' || scopes.includes('tasks:read');
    // a token that may not read tasks sees the organization without them
    const visible = found && !isReader ? VisibleRepositories.none : found;
    const known = this.seen.get(subscriber) ?? new Map<string, VisibleRepositories>();
    this.seen.set(subscriber, known);
    if (visible) known.set(id, visible);
    else known.delete(id);
    return visible;
  }
}

/** As many of the newest as fit the snapshot. */
function thatFit<Row>(rows: readonly Row[]): Row[] {
  let left = TASK_BYTES;
  return rows.filter((row) => {
    left -= left < 0 ? 0 : Buffer.byteLength(JSON.stringify(row)) + 1;
    return left >= 0;
  });
}
