import 'reflect-metadata';
import { eventually } from '@foundry/messaging/testing';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORIGIN, SignInInstallation } from '../sign-in/installation.js';

const TRACE = 'b7ad6b7169203331a2c4e9f01c3d5e7f';
const CALLER = '00f067aa0ba902b7';
const COMMAND = 'github-data.discoverAccounts';
const EFFECT = 'github-data.findAccounts';

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
let foundry: SignInInstallation;

beforeAll(async () => {
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  foundry = await SignInInstallation.start();
  // the worker's modules read it from the environment
  process.env['GITHUB_API_URL'] = foundry.github.apiUrl;
  await foundry.startWorker();
});
afterAll(async () => {
  await foundry.stop();
  await provider.shutdown();
});

const ofThisTrace = () => exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === TRACE);
const named = (name: string) => {
  const [span] = ofThisTrace().filter((each) => each.name === name);
  if (!span) throw new Error(`${name} is not among ${JSON.stringify(ofThisTrace().map((each) => each.name))}`);
  return { id: span.spanContext().spanId, parent: span.parentSpanContext?.spanId, attributes: span.attributes };
};

describe('one request', () => {
  it('is one trace from the caller to the last report, across api, relay, worker and effect', async () => {
    const ada = foundry.browser();
    await ada.signIn();
    // the search that follows a sign-in; another one begins when it is over
    await eventually(async () => {
      expect(await foundry.sql`select state <> 'running' as over from github_data.discoveries`).toEqual([
        { over: true },
      ]);
    });
    const answer = await ada.send('/v1/me/discovery', {
      method: 'POST',
      headers: { origin: ORIGIN, 'x-csrf-token': ada.csrfToken, traceparent: `00-${TRACE}-${CALLER}-01` },
    });
    expect(answer.status).toBeLessThan(300);

    const reports = () =>
      ofThisTrace().filter(({ parentSpanContext }) => parentSpanContext?.spanId === named(`perform ${EFFECT}`).id);
    await eventually(() => expect(reports().map(({ name }) => name.split(' ')[0])).toContain('handle'));
    const accepted = named(`accept ${COMMAND}`);
    const request = named('POST /v1/me/discovery');
    expect(request).toMatchObject({ parent: CALLER, attributes: { 'http.response.status_code': answer.status } });
    expect(accepted.parent).toBe(request.id);
    expect(named(`publish ${COMMAND}`).parent).toBe(accepted.id);
    const handled = named(`handle ${COMMAND}`);
    expect(handled).toMatchObject({
      parent: accepted.id,
      attributes: { 'foundry.outcome': 'handled', 'foundry.attempt': 1, 'foundry.entity_id': '42' },
    });
    expect(named(`publish ${EFFECT}`).parent).toBe(handled.id);
    expect(named(`perform ${EFFECT}`).parent).toBe(handled.id);
  });
});
