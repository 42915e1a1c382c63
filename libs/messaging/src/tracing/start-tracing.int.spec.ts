import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silent } from '../logging/log.js';
import { lookForCollector, messageSpan } from './message-span.js';
import { startTracing } from './start-tracing.js';

const traced = { service: 'foundry-test', version: '1.2.3', log: silent };
const message = {
  id: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  name: 'lamp.switch',
  entityId: 'lamp-7',
  organizationId: null,
  correlationId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a12',
  traceparent: null,
};

const taken: { address: string; type: string; body: string }[] = [];
const collector = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('latin1');
    taken.push({ address: request.url ?? '', type: request.headers['content-type'] ?? '', body });
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
  });
});
let endpoint: string;

beforeAll(async () => {
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (typeof address !== 'object' || address === null) throw new Error('A server that listens has an address.');
  endpoint = `http://127.0.0.1:${String(address.port)}`;
});
afterAll(() => {
  collector.closeAllConnections();
  collector.close();
});

describe('tracing', () => {
  it.each([
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_EXPORTER: 'none' },
  ])('is off with %j, and then no span is begun', async (environment) => {
    await (
      await startTracing(environment, traced)
    )();
    lookForCollector();
    expect(messageSpan('accept', message)).toBeNull();
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf'],
    [{ OTEL_TRACES_SAMPLER: 'some' }, 'OTEL_TRACES_SAMPLER must be one of always_on'],
  ])('keeps a process from starting with %j', async (environment, sentence) => {
    await expect(startTracing(environment, traced)).rejects.toThrow(sentence);
  });

  it('sends what was done to the collector, under the name of the process, before it stops', async () => {
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
    const stop = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, traced);
    lookForCollector();
    messageSpan('handle', message)?.end({ 'foundry.outcome': 'handled' });
    await stop();
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ address: '/v1/traces', type: 'application/x-protobuf' });
    for (const word of ['foundry-test', 'handle lamp.switch', 'lamp-7', 'handled'])
      expect(taken[0]?.body).toContain(word);
  });
});
