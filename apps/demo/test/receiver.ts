import { createServer, type Server } from 'node:http';
import { verify } from '@octokit/webhooks-methods';
import { afterAll, beforeAll } from '@jest/globals';
import { z } from 'zod';

export interface Received {
  readonly guid: string;
  readonly event: string;
  readonly payload: Record<string, unknown>;
  readonly signature: string;
  readonly body: string;
}

const Body = z.record(z.string(), z.unknown());

/** A product that receives webhooks and keeps them. It answers 202, or what a test tells it to. */
export class Receiver {
  readonly received: Received[] = [];
  answer = 202;
  url = '';
  private server: Server | null = null;

  constructor() {
    beforeAll(() => this.listen());
    afterAll(() => {
      this.server?.closeAllConnections();
      this.server?.close();
    });
  }

  actions(event: string): unknown[] {
    return this.received.filter((row) => row.event === event).map(({ payload }) => payload['action'] ?? '-');
  }

  last(event: string): Received {
    const row = this.received.findLast((one) => one.event === event);
    if (!row) throw new Error(`No ${event} came`);
    return row;
  }

  signedWith(secret: string): Promise<boolean[]> {
    return Promise.all(this.received.map(({ body, signature }) => verify(secret, body, signature)));
  }

  private async listen(): Promise<void> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const header = (name: string) => String(request.headers[name]);
        this.received.push({
          guid: header('x-github-delivery'),
          event: header('x-github-event'),
          signature: header('x-hub-signature-256'),
          payload: Body.parse(JSON.parse(body)),
          body,
        });
        response.writeHead(this.answer).end('seen');
      });
    });
    const { server } = this;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) this.url = `http://127.0.0.1:${address.port}/webhooks`;
  }
}
