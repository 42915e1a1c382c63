import { type Database, type Outbox, Refusal, type SqlRunner } from '@foundry/messaging';
import type { Actor } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ReceiveDelivery } from '../contracts/index.js';

/** A delivery that GitHub signed. */
export interface Receipt {
  deliveryId: string;
  event: string;
  action: string | null;
  installationId: string | null;
  /** The account that it names, for an installation that is not known. */
  ownerId: string | null;
  repositoryId: string | null;
  size: number;
  /** JSON that Postgres can keep. */
  payload: string;
}

interface Waiting {
  receipt: Receipt;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

const GITHUB: Actor = { kind: 'system', module: 'github-data' };
const Due = z.array(z.object({ deliveryId: z.string(), organizationId: z.string().nullable() }));
/** At most so many, and about so many bytes, share one transaction. */
const MOST = 200;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Keeps deliveries: the row and its command, both or none. Those that arrive while one transaction is under way share the
 * next one, so that a burst costs the database little more than a single delivery.
 */
export class DeliveryStore {
  private readonly waiting: Waiting[] = [];
  private busy = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Resolves when the delivery is kept, or was kept before. */
  keep(receipt: Receipt): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ receipt, resolve, reject });
      if (!this.busy) void this.work();
    });
  }

  /** Never rejects: whoever waits hears how it ended. */
  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) await this.together(this.next());
    this.busy = false;
  }

  private next(): Waiting[] {
    let bytes = 0;
    const many = this.waiting.findIndex(({ receipt }, index) => {
      bytes += receipt.size;
      return index >= MOST || (index > 0 && bytes > MOST_BYTES);
    });
    return this.waiting.splice(0, many === -1 ? this.waiting.length : many);
  }

  /** One that cannot be kept at all must not take the others with it; what is wrong with the database concerns all. */
  private async together(group: readonly Waiting[]): Promise<void> {
    try {
      await this.store(group.map(({ receipt }) => receipt));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (!isUnkeepable(error)) for (const { reject } of group) reject(error);
      else if (group.length > 1) for (const one of group) await this.together([one]);
      else for (const { reject } of group) reject(malformed());
    }
  }

  private async store(receipts: readonly Receipt[]): Promise<void> {
    // GitHub may send one delivery several times at once; a statement can meet a row only once.
    const unique = [...new Map(receipts.map((receipt) => [receipt.deliveryId, receipt])).values()];
    await this.database.transaction(
      (sql) => insert(sql, unique),
      (sql, due) => this.outbox.put(sql, due.flatMap(commandOf), { actor: GITHUB }),
    );
  }
}

const commandOf = ({ deliveryId, organizationId }: z.infer<typeof Due>[number]) =>
  organizationId === null ? [] : [new ReceiveDelivery({ organizationId, deliveryId })];

/** Postgres' class of faults of the data itself: text or numbers that its types do not have. */
const isUnkeepable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');

const malformed = () => new Refusal('request.malformed', 'The delivery has text or numbers that cannot be kept.');

/** Answers what is new, or failed before and is tried once more; in the order of ids, so that two instances never wait for each other. */
async function insert(sql: SqlRunner, receipts: readonly Receipt[]): Promise<z.infer<typeof Due>> {
  const column = <K extends keyof Receipt>(name: K) => receipts.map((receipt) => receipt[name]);
  const rows = await sql`
    insert into github_data.webhook_deliveries as d (delivery_id, event, action, organization_id, installation_id,
      repository_id, size, payload, state, reason)
    select x.id, x.event, x.action, coalesce(i.organization_id, x.owner), x.installation, x.repository, x.size,
      x.payload::jsonb, case when coalesce(i.organization_id, x.owner) is null then 'ignored' else 'received' end,
      case when coalesce(i.organization_id, x.owner) is null then 'nobody_named' end
    from unnest(${column('deliveryId')}::text[], ${column('event')}::text[], ${column('action')}::text[],
        ${column('ownerId')}::bigint[], ${column('installationId')}::bigint[], ${column('repositoryId')}::bigint[],
        ${column('size')}::int[], ${column('payload')}::text[])
      as x(id, event, action, owner, installation, repository, size, payload)
    left join github_data.installations i on i.installation_id = x.installation
    order by x.id
    on conflict (delivery_id) do update set state = 'received', reason = null, payload = excluded.payload
      where d.state = 'failed'
    returning delivery_id as "deliveryId", organization_id as "organizationId"`;
  return Due.parse(rows);
}
