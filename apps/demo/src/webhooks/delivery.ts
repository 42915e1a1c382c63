import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { App, Delivery } from '../state/app-records.js';

const patience = 10_000;
const Named = z.object({ name: z.string() });

function hmac(algorithm: 'sha1' | 'sha256', key: string, payload: string): string {
  return `${algorithm}=${createHmac(algorithm, key).update(payload).digest('hex')}`;
}

type Sent = Pick<Delivery, 'guid' | 'event' | 'payload'>;

/** The headers of a delivery, both signatures over the exact bytes of the payload included. */
export function deliveryHeaders(app: App, { guid, event, payload }: Sent): Record<string, string> {
  return {
    Accept: '*/*',
    'Content-Type': 'application/json',
    'User-Agent': 'GitHub-Hookshot/stand-in',
    'X-GitHub-Delivery': guid,
    'X-GitHub-Event': event,
    'X-GitHub-Hook-ID': String(app.id),
    'X-GitHub-Hook-Installation-Target-ID': String(app.id),
    'X-GitHub-Hook-Installation-Target-Type': 'integration',
    'X-Hub-Signature': hmac('sha1', app.webhookSecret, payload),
    'X-Hub-Signature-256': hmac('sha256', app.webhookSecret, payload),
  };
}

export type Outcome = Pick<Delivery, 'status' | 'statusCode' | 'responseBody'>;

/** Posts once, with GitHub's ten seconds of patience, and says how it went. Never throws for what the receiver does. */
export async function post(app: App, url: string, sent: Sent): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: deliveryHeaders(app, sent),
      body: sent.payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const responseBody = (await response.text()).slice(0, 10_000);
    const status = response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`;
    return { status, statusCode: response.status, responseBody };
  } catch (error) {
    // `fetch` throws these two and nothing else for what the other side does; by name, as tests have realms of their own.
    const name = Named.safeParse(error).data?.name;
    if (name === 'TimeoutError') return failed('timed out', 504);
    if (name === 'TypeError') return failed('failed to connect to host', 502);
    throw error;
  }
}

function failed(status: string, statusCode: number): Outcome {
  return { status, statusCode, responseBody: '' };
}
