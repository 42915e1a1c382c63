import { z } from 'zod';

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/**
 * The standard variables of OpenTelemetry that decide whether and how spans leave this process
 * (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). The exporter reads more of its
 * own: headers, time-outs, certificates.
 */
export const TracingConfig = z.object({
  /** `true`: nothing of OpenTelemetry is loaded. */
  OTEL_SDK_DISABLED: z.enum(['true', 'false'], 'must be true or false').default('false'),
  /** `otlp` or `none`. Default: `otlp` when there is an address, else `none`. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'must be otlp or none').optional(),
  /** A collector that takes OTLP over HTTP, for example `http://127.0.0.1:4318`; `/v1/traces` is added. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  /** The same for traces only, used as it is. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/protobuf', 'must be http/protobuf, which is all there is').optional(),
  /** Name of this process in traces. Default: `foundry-api`, `foundry-worker` or `foundry`. */
  OTEL_SERVICE_NAME: z.string().max(255).optional(),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS, `must be one of ${SAMPLERS.join(', ')}`).default('parentbased_always_on'),
  /** Share of the traces that are kept, for the samplers by ratio. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number('must be a number from 0 to 1').min(0).max(1).default(1),
});
export type TracingConfig = z.infer<typeof TracingConfig>;

/** Whether spans are to leave this process. */
export function isExporting(config: TracingConfig): boolean {
  if (config.OTEL_SDK_DISABLED === 'true') return false;
  const address = config.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? config.OTEL_EXPORTER_OTLP_ENDPOINT;
  return (config.OTEL_TRACES_EXPORTER ?? (address === undefined ? 'none' : 'otlp')) === 'otlp';
}
