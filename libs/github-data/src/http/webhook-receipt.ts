import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CommandSender, type Database, Refusal } from '@foundry/messaging';
import type { Actor } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DeliveryId, DeliveryState, ReceiveDelivery } from '../contracts/index.js';
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
const Stored = z.array(z.object({ state: DeliveryState, attempts: z.int() }));
const Owner = z.array(z.object({ organizationId: z.string() }));

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
    private readonly sender: CommandSender,
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
    const text = JSON.stringify(payload, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd') : value,
    );
    const stored = await this.store(id, name, organizationId, head, text, body.length);
    if (organizationId === null || stored.state === 'processed' || stored.state === 'ignored') return;
    // The key makes one command of many receipts; a delivery that failed gets one more for each time it comes again.
    const idempotency = { key: `delivery:${id}:${String(stored.attempts)}`, requestHash: Buffer.from(id) };
    await this.sender.send([new ReceiveDelivery({ organizationId, deliveryId: id })], { actor: GITHUB, idempotency });
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

  private async store(
    id: string,
    event: string,
    organizationId: string | null,
    head: DeliveryHead | undefined,
    text: string,
    size: number,
  ): Promise<z.infer<typeof Stored>[number]> {
    const state = organizationId === null ? 'ignored' : 'received';
    const rows = await this.database.transaction(async (sql) => {
      await sql`insert into github_data.webhook_deliveries (delivery_id, event, action, organization_id, installation_id,
          repository_id, size, payload, state, reason)
        values (${id}, ${event}, ${head?.action ?? null}, ${organizationId}, ${head?.installation?.id ?? null},
          ${head?.repository?.id ?? null}, ${size}, ${text}::jsonb, ${state}, ${organizationId === null ? 'nobody_named' : null})
        on conflict (delivery_id) do nothing`;
      return sql`select state, attempts from github_data.webhook_deliveries where delivery_id = ${id}`;
    });
    const [row] = Stored.parse(rows);
    if (!row) throw new Error(`Delivery ${id} was stored and is not there.`);
    return row;
  }
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
