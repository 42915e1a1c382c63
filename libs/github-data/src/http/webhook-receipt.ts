import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Database, type Outbox, Refusal, type SqlRunner } from '@foundry/messaging';
import type { Actor } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DeliveryId, ReceiveDelivery } from '../contracts/index.js';
import { DeliveryHead } from '../reading/webhook.js';
import type { Pace } from './pace.js';
import { webhookSignatureInvalid } from './webhook-codes.js';

export interface Delivery {
  deliveryId: string | undefined;
  event: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

const GITHUB: Actor = { kind: 'system', module: 'github-data' };
const Event = z.string().regex(/^[a-z_]{1,60}$/);
const Due = z.array(z.object({ organizationId: z.string().nullable() }));
const Owner = z.array(z.object({ organizationId: z.string() }));

interface Receipt {
  id: string;
  name: string;
  organizationId: string | null;
  head: DeliveryHead | undefined;
  text: string;
  size: number;
}

/** Whether GitHub signed exactly these bytes with our secret. */
export function isSigned(secret: string, body: Buffer, signature: string | undefined): boolean {
  const ours = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(signature ?? '');
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** Takes a delivery in: stored, and its command sent, before it is answered. What is refused leaves no row. */
export class WebhookReceipt {
  constructor(
    private readonly secret: string | null,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly pace: Pace,
  ) {}

  /** Throws `Refusal`: 401 for another signature, 400 for what is no delivery, 429 for too many of one installation. */
  async receive({ deliveryId, event, signature, body }: Delivery): Promise<void> {
    if (this.secret === null || !isSigned(this.secret, body, signature)) {
      const { code, status } = webhookSignatureInvalid;
      throw new Refusal(code, 'The signature does not fit; check the webhook secret of the App.', {}, {}, status);
    }
    const id = DeliveryId.safeParse(deliveryId).data;
    const name = Event.safeParse(event).data;
    const payload = jsonOf(body);
    const head = DeliveryHead.safeParse(payload).data;
    if (id === undefined || name === undefined || payload === null) {
      throw new Refusal('request.malformed', 'A delivery of GitHub names its event and its id, and is JSON.');
    }
    this.pace.take(head?.installation?.id ?? 'none');
    const organizationId = await this.ownerOf(head);
    const receipt = { id, name, organizationId, head, text: storable(body.toString('utf8')), size: body.length };
    await this.database.transaction((sql) => this.keep(sql, receipt));
  }

  /** The organization by its installation; by the account that the delivery names when nothing is known of that. */
  private async ownerOf(head: DeliveryHead | undefined): Promise<string | null> {
    const installationId = head?.installation?.id;
    if (installationId !== undefined) {
      const rows = await this.database.sql`select organization_id as "organizationId" from github_data.installations
        where installation_id = ${installationId}`;
      const [known] = Owner.parse(rows);
      if (known) return known.organizationId;
    }
    const account = head?.installation?.account ?? head?.organization ?? head?.repository?.owner;
    // A person who takes an authorization back belongs to no organization; the account of the person stands for it.
    return account?.id ?? head?.sender?.id ?? null;
  }

  /** The receipt and its command, both or none. Seen before, only a failed one is applied again, once for each time. */
  private async keep(sql: SqlRunner, { id, name, organizationId, head, text, size }: Receipt): Promise<void> {
    const state = organizationId === null ? 'ignored' : 'received';
    const reason = organizationId === null ? 'nobody_named' : null;
    const stored = await sql`
      insert into github_data.webhook_deliveries as d (delivery_id, event, action, organization_id, installation_id,
        repository_id, size, payload, state, reason)
      values (${id}, ${name}, ${head?.action ?? null}, ${organizationId}, ${head?.installation?.id ?? null},
        ${head?.repository?.id ?? null}, ${size}, ${text}::jsonb, ${state}, ${reason})
      on conflict (delivery_id) do update set state = 'received', reason = null, payload = excluded.payload
        where d.state = 'failed'
      returning organization_id as "organizationId"`;
    const [due] = Due.parse(stored);
    if (due === undefined || due.organizationId === null) return;
    const command = new ReceiveDelivery({ organizationId: due.organizationId, deliveryId: id });
    await this.outbox.put(sql, [command], { actor: GITHUB });
  }
}

/** What Postgres cannot keep in JSON: the character 0, and halves of characters. */
function storable(text: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return text;
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : value;
  return JSON.stringify(JSON.parse(text, (_key, value: unknown) => clean(value)));
}

function jsonOf(body: Buffer): object | null {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
