import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { findServices, locate, withoutPassword } from './services.mjs';
import { listens } from './service-starters.mjs';

const kind = (answering: string[]) => ({
  name: 'Postgres',
  variable: 'DATABASE_URL',
  local: ['postgres://one@local/', 'postgres://two@local/'],
  answers: (url: string) => Promise.resolve(answering.includes(url)),
});

const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', AMQP_URL: 'amqp://nobody:none@127.0.0.1:1' };

describe('finding the services of integration tests', () => {
  it('takes the address of the environment', async () => {
    const given = { DATABASE_URL: 'postgres://given/' };
    expect(await locate(kind(['postgres://given/', 'postgres://one@local/']), given)).toBe('postgres://given/');
  });

  it('does not fall back when the given address does not answer', async () => {
    expect(await locate(kind(['postgres://one@local/']), { DATABASE_URL: 'postgres://given/' })).toBeNull();
  });

  it('tries every local login', async () => {
    expect(await locate(kind(['postgres://two@local/']), {})).toBe('postgres://two@local/');
  });

  it('says which variable is wrong, and starts nothing in its place', async () => {
    const started: string[][] = [];
    const found = await findServices(nowhere, [(names: string[]) => Promise.resolve(started.push(names) > 0)]);
    expect(found.advice).toContain('DATABASE_URL is set, but no Postgres answers there');
    expect(found.advice).toContain('AMQP_URL is set, but no RabbitMQ answers there');
    expect(started).toEqual([]);
  });

  it('never shows a password', () => {
    expect(withoutPassword('amqp://me:secret@host:5672')).toBe('amqp://me:***@host:5672');
  });
});

describe('waiting for a port', () => {
  it('returns when the port accepts connections', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve, reject) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
    expect(await listens(port)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await listens(port, 0)).toBe(false);
  });
});
