import { z } from 'zod';

export const Liveness = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Liveness', description: 'The process answers.', examples: [{ status: 'ok' }] });

export const Readiness = z
  .object({
    status: z.enum(['ok', 'degraded', 'failed', 'draining']),
    checks: z
      .record(
        z.string(),
        z
          .object({
            status: z.enum(['ok', 'degraded', 'failed']),
            ms: z.int().min(0).meta({ description: 'How long the check took.' }),
            since: z.iso.datetime().meta({ description: 'Since when it has this status.' }),
            hint: z.string().nullable().meta({ description: 'What to do.' }),
          })
          .meta({ id: 'DependencyStatus', description: 'One dependency.' }),
      )
      .meta({ description: 'By name of the dependency, which differ between api and worker.' }),
  })
  .meta({
    id: 'Readiness',
    description: 'Whether this instance can work, and what it depends on.',
    examples: [
      { status: 'ok', checks: { postgres: { status: 'ok', ms: 1, since: '2026-01-05T09:00:00.000Z', hint: null } } },
    ],
  });

export const Version = z
  .object({
    version: z.string().meta({ description: 'Of the product.' }),
    commit: z.string().nullable().meta({ description: 'Of the source; null when it is not known.' }),
    builtAt: z.string().nullable().meta({ description: 'Time of the build; null when it is not known.' }),
    api: z.literal('v1'),
  })
  .meta({
    id: 'Version',
    description: 'What is running.',
    examples: [{ version: '0.1.0', commit: null, builtAt: null, api: 'v1' }],
  });
export type Version = z.infer<typeof Version>;
