import { createHmac, randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Product, type ProductProcess } from '../src/testing/product.js';

const MOST_BYTES = 25 * 1024 * 1024;
const PING = JSON.stringify({ zen: 'Keep it simple', sender: { id: 583231, login: 'octocat' } });

describe('the route that GitHub delivers to', () => {
  let product: Product;
  let api: ProductProcess;
  let url: string;

  beforeAll(async () => {
    product = await Product.prepare();
    const worker = await product.start('worker');
    api = await product.start('api');
    await worker.end('SIGTERM');
    url = `${api.address}/v1/webhooks/github`;
  });
  afterAll(() => product.stop());

  const signed = (body: string | Buffer, secret = product.github.app.webhookSecret) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const post = async (body: string | Buffer, headers: Record<string, string | null> = {}) => {
    const given: Record<string, string | null> = {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': signed(body),
      ...headers,
    };
    const sent = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== null);
    const response = await fetch(url, { method: 'POST', headers: sent, body });
    const text = await response.text();
    const { code } = z.object({ code: z.string().optional() }).parse(text === '' ? {} : JSON.parse(text));
    return { status: response.status, code };
  };
  const rows = async () => product.sql`select count(*)::int as rows from github_data.webhook_deliveries`;
  const commands = async () => product.sql`select count(*)::int as sent from messaging.outbox
    where name = 'github-data.receiveDelivery'`;

  it.each<[string, () => Promise<{ status: number; code: string | undefined }>, number, string]>([
    ['no signature', () => post(PING, { 'x-hub-signature-256': null }), 401, 'webhook.signature_invalid'],
    [
      'the signature of another secret',
      () => post(PING, { 'x-hub-signature-256': signed(PING, 'another') }),
      401,
      'webhook.signature_invalid',
    ],
    [
      'one byte changed',
      () => post(`${PING} `, { 'x-hub-signature-256': signed(PING) }),
      401,
      'webhook.signature_invalid',
    ],
    ['a SHA-1 signature', () => post(PING, { 'x-hub-signature-256': 'sha1=00' }), 401, 'webhook.signature_invalid'],
    ['plain text', () => post(PING, { 'content-type': 'text/plain' }), 415, 'request.media_type'],
    ['broken JSON', () => post('{"zen":'), 400, 'request.malformed'],
    ['JSON that is no object', () => post('7'), 400, 'request.malformed'],
    ['no event', () => post(PING, { 'x-github-event': null }), 400, 'request.malformed'],
    ['no id', () => post(PING, { 'x-github-delivery': null }), 400, 'request.malformed'],
    ['an id that is none', () => post(PING, { 'x-github-delivery': '../../x' }), 400, 'request.malformed'],
  ])('refuses %s and keeps no row', async (_what, send, status, code) => {
    const before = await rows();
    expect(await send()).toEqual({ status, code });
    expect(await rows()).toEqual(before);
  });

  it('refuses a body of more than 25 MB, and goes on with the next delivery', async () => {
    const before = await rows();
    // A server that answers before it has read everything may cut the connection off.
    const answer = await post(Buffer.alloc(MOST_BYTES + 1, ' ')).then(
      ({ status }) => status,
      (error: unknown) => {
        if (error instanceof TypeError) return 413;
        throw error;
      },
    );
    expect(answer).toBe(413);
    expect(await rows()).toEqual(before);
    expect((await post(PING)).status).toBe(202);
  });

  it('keeps the delivery and its command, or neither', async () => {
    const [before, sent] = [await rows(), await commands()];
    const id = randomUUID();
    await product.sql`alter function messaging.accept(jsonb) rename to accept_away`;
    expect((await post(PING, { 'x-github-delivery': id })).status).toBeGreaterThanOrEqual(500);
    expect([await rows(), await commands()]).toEqual([before, sent]);
    await product.sql`alter function messaging.accept_away(jsonb) rename to accept`;
    expect((await post(PING, { 'x-github-delivery': id })).status).toBe(202);
    const kept = await product.sql`select state from github_data.webhook_deliveries where delivery_id = ${id}`;
    expect(kept).toEqual([{ state: 'received' }]);
  });

  it('refuses what no database can keep, and keeps what came with it', async () => {
    const bad = `{"zen":"x","sender":{"id":583231,"login":"octocat"},"\\u0000":1}`;
    const before = await rows();
    const [refused, ...kept] = await Promise.all([post(bad), post(PING), post(PING), post(PING)]);
    expect(refused).toEqual({ status: 400, code: 'request.malformed' });
    expect(kept.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(z.array(z.object({ rows: z.int() })).parse(await rows())[0]?.rows).toBe(
      (z.array(z.object({ rows: z.int() })).parse(before)[0]?.rows ?? 0) + 3,
    );
  });

  it('answers each of a thousand at once, keeps each once, and loses none when it is killed afterwards', async () => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    const answers = await Promise.all([...ids, ...ids].map((id) => post(PING, { 'x-github-delivery': id })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await api.end('SIGKILL');
    await product.start('worker');
    await eventually(async () => {
      const states = await product.sql`select state, attempts, count(*)::int as of from github_data.webhook_deliveries
        where delivery_id = any(${ids}) group by 1, 2`;
      expect(states).toEqual([{ state: 'ignored', attempts: 1, of: 500 }]);
    }, 90_000);
    const sent = await product.sql`select count(*)::int as sent from messaging.outbox
      where name = 'github-data.receiveDelivery' and payload->>'deliveryId' = any(${ids})`;
    expect(sent).toEqual([{ sent: 500 }]);
  });
});
