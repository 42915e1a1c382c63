import { setTimeout as wait } from 'node:timers/promises';
import { context, diag, DiagLogLevel, trace } from '@opentelemetry/api';
import type * as Sdk from '@opentelemetry/sdk-trace';
import { readConfig } from '../config/read-config.js';
import type { Log } from '../logging/log.js';
import { isExporting, TracingConfig } from './tracing-config.js';

/** Sends the last spans on their way; a collector that does not take them is not waited for. */
export type StopTracing = () => Promise<void>;

const NOTHING: StopTracing = () => Promise.resolve();
/** A collector that is away is told of this often, whatever the number of spans. Milliseconds. */
const WARN_EVERY_MS = 60_000;

/** A stop waits this long for the collector. Milliseconds. */
const LAST_SPANS_MS = 3_000;

interface TracedProcess {
  /** `foundry-api`, `foundry-worker`, or `foundry` for the one-process run. */
  service: string;
  version: string;
  log: Log;
}

/**
 * Sends spans to the collector that the standard variables name; without one, no SDK is even loaded. Call it before the
 * kernel is opened. An SDK that was registered before, with `node --import`, is left alone.
 * Throws `BootError` for variables that cannot be followed.
 */
export async function startTracing(environment: NodeJS.ProcessEnv, traced: TracedProcess): Promise<StopTracing> {
  const config = readConfig(TracingConfig, environment);
  if (!isExporting(config)) return NOTHING;
  const sdk = await import('@opentelemetry/sdk-trace');
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-proto');
  const { detectResources, envDetector, resourceFromAttributes } = await import('@opentelemetry/resources');

  const named = resourceFromAttributes({ 'service.name': traced.service, 'service.version': traced.version });
  const provider = new sdk.TracerProvider({
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(config, sdk),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  diag.setLogger(diagnosis(traced.log), { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  if (!trace.setGlobalTracerProvider(provider)) {
    await provider.shutdown();
    return NOTHING;
  }
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const sent = async (): Promise<void> => {
    // What does not arrive is told by the diagnosis above; spans are no reason to end badly.
    await provider.shutdown().catch((error: unknown) => {
      diag.error(String(error));
    });
  };
  return () => Promise.race([sent(), wait(LAST_SPANS_MS, undefined, { ref: false })]);
}

function samplerOf(config: TracingConfig, sdk: typeof Sdk): Sdk.Sampler {
  const kind = config.OTEL_TRACES_SAMPLER.replace('parentbased_', '');
  const root =
    kind === 'always_off'
      ? new sdk.AlwaysOffSampler()
      : kind === 'traceidratio'
        ? new sdk.TraceIdRatioBasedSampler(config.OTEL_TRACES_SAMPLER_ARG)
        : new sdk.AlwaysOnSampler();
  return config.OTEL_TRACES_SAMPLER.startsWith('parentbased_') ? new sdk.ParentBasedSampler({ root }) : root;
}

/** What OpenTelemetry says of itself, as one warning a minute. */
function diagnosis(log: Log) {
  let last = -Infinity;
  const warn = (message: string): void => {
    if (performance.now() - last < WARN_EVERY_MS) return;
    last = performance.now();
    log.warn({ reason: message.slice(0, 500) }, 'traces cannot be sent; look at OTEL_EXPORTER_OTLP_ENDPOINT');
  };
  const ignore = (): void => undefined;
  return { error: warn, warn: ignore, info: ignore, debug: ignore, verbose: ignore };
}
