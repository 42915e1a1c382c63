import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Finding, HealthCheck, HealthChecks } from '@foundry/messaging';
import { Module } from '@nestjs/common';
import { CommandSender } from '@foundry/messaging';
import { FakeSender } from '@foundry/messaging/testing';
import { Readiness } from './views.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

class FakeCheck extends HealthCheck {
  readonly name = 'postgres';
  look: () => Promise<Finding> = () => Promise.resolve({ status: 'ok' });
  check(): Promise<Finding> {
    return this.look();
  }
}
const check = new FakeCheck();

@Module({
  providers: [
    { provide: FakeCheck, useValue: check },
    { provide: CommandSender, useClass: FakeSender },
  ],
  exports: [CommandSender],
})
class CheckedModule {}

let api: TestApi;
const start = async (metricsToken: string | null = null) => {
  api = await startTestApi({ modules: [{ module: CheckedModule, global: true }], metricsToken });
};
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(api.base + path, { headers });
  return { status: response.status, body: await response.text() };
};
afterEach(() => api.app.close());

describe('health', () => {
  it('is alive whatever its dependencies do, and says what is away and since when', async () => {
    await start();
    check.look = () => Promise.resolve({ status: 'ok' });
    expect(await read('/readyz')).toMatchObject({ status: 200, body: expect.stringContaining('"status":"ok"') });
    check.look = () => Promise.reject(new Error('connect 10.0.0.7:5432'));
    const first = await read('/readyz');
    const second = await read('/readyz');
    expect(JSON.parse(first.body)).toMatchObject({
      status: 'failed',
      checks: {
        postgres: { status: 'failed', since: Readiness.parse(JSON.parse(second.body)).checks['postgres']?.since },
      },
    });
    expect(first.status).toBe(503);
    expect(first.body).not.toContain('10.0.0.7');
    const told = api.lines.filter((line) => JSON.stringify(line).includes('connect 10.0.0.7'));
    expect(told).toHaveLength(1);
    expect((await read('/livez')).status).toBe(200);
  });

  it('works on while a dependency is degraded', async () => {
    await start();
    check.look = () => Promise.resolve({ status: 'degraded', hint: 'Start the broker.' });
    expect(await read('/readyz')).toMatchObject({ status: 200, body: expect.stringContaining('Start the broker.') });
  });

  it('counts a check that does not answer within 2 s as failed', async () => {
    await start();
    check.look = () => new Promise(() => undefined);
    expect((await read('/readyz')).status).toBe(503);
  });

  it('says that it drains, and takes nothing new', async () => {
    await start();
    check.look = () => Promise.resolve({ status: 'ok' });
    api.app.get(HealthChecks).drain();
    expect(await read('/readyz')).toMatchObject({ status: 503, body: expect.stringContaining('draining') });
    expect(await read('/v1/commands/x')).toMatchObject({
      status: 503,
      body: expect.stringContaining('service.draining'),
    });
  });

  it('tells its version', async () => {
    await start();
    expect(JSON.parse((await read('/version')).body)).toEqual({
      version: '1.2.3',
      commit: null,
      builtAt: null,
      api: 'v1',
    });
  });
});

describe('metrics', () => {
  it('are for loopback, counted by route and never by path', async () => {
    await start();
    await read('/v1/nothing-of-this-name');
    const { status, body } = await read('/metrics');
    expect(status).toBe(200);
    expect(body).toContain('http_requests_total{route="other",method="GET",status="404"} 1');
    expect(body).toContain('problems_total{code="route.not_found"} 1');
    expect(body).not.toContain('nothing-of-this-name');
  });

  it('are hidden from who comes through a proxy without the token', async () => {
    await start('a-long-enough-token');
    const through = { 'x-forwarded-for': '203.0.113.7' };
    expect((await read('/metrics', through)).status).toBe(404);
    expect((await read('/metrics', { ...through, authorization: 'Bearer another-long-token' })).status).toBe(404);
    expect((await read('/metrics', { ...through, authorization: 'Bearer a-long-enough-token' })).status).toBe(200);
  });
});
