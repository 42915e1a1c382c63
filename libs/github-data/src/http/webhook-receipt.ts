import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@foundry/messaging';
import { z } from 'zod';
import { DeliveryId } from '../contracts/index.js';
import { DeliveryHead } from '../reading/webhook.js';
import type { DeliveryStore } from './delivery-store.js';
import type { Pace } from './pace.js';
import { webhookSignatureInvalid } from './webhook-codes.js';

export interface Delivery {
  deliveryId: string | undefined;
  event: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

const Event = z.string().regex(/^[a-z_]{1,60}$/);

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
    private readonly store: DeliveryStore,
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
    const text = body.toString('utf8');
    const payload = jsonOf(text);
    if (id === undefined || name === undefined || payload === null) {
      throw new Refusal('request.malformed', 'A delivery of GitHub names its event and its id, and is JSON.');
    }
    const head = DeliveryHead.safeParse(payload).data;
    this.pace.take(head?.installation?.id ?? 'none');
    await this.store.keep({
      deliveryId: id,
      event: name,
      action: head?.action ?? null,
      installationId: head?.installation?.id ?? null,
      ownerId: ownerOf(head),
      repositoryId: head?.repository?.id ?? null,
      size: body.length,
      payload: storable(text),
    });
  }
}

/** The account that a delivery names, by its id, never by a login. */
function ownerOf(head: DeliveryHead | undefined): string | null {
  const account = head?.installation?.account ?? head?.organization ?? head?.repository?.owner;
  // A person who takes an authorization back belongs to no organization; the account of the person stands for it.
  return account?.id ?? head?.sender?.id ?? null;
}

/** What Postgres cannot keep in JSON: the character 0, and halves of characters. */
function storable(text: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return text;
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : value;
  return JSON.stringify(JSON.parse(text, (_key, value: unknown) => clean(value)));
}

function jsonOf(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
