import { z } from 'zod';
import { Uuid } from './ids.js';
import { at, atOrNull, Name, Module, EntityKey, OrganizationKey } from './view-fields.js';

const QueueWorker = z
  .strictObject({
    processId: Uuid.meta({ description: 'The worker.' }),
    host: z.string().nullable().meta({ description: 'Where it runs; null when it is gone.' }),
    pid: z.int().nullable().meta({ description: 'Its process id there.' }),
  })
  .meta({
    id: 'QueueWorker',
    description: 'A worker that holds a partition or stands by.',
    examples: [{ processId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11', host: 'worker-1', pid: 42 }],
  });

export const QueueView = z
  .strictObject({
    module: Module,
    partition: z.int().nullable().meta({ description: 'The partition; null for the effects of the module.' }),
    depth: z.int().min(0).meta({ description: 'Commands not settled, or effects not ended.' }),
    oldestAt: atOrNull('When the oldest of them was stored.'),
    perMinute: z.int().min(0).meta({ description: 'How many were settled, or ended, in the last minute.' }),
    holder: QueueWorker.nullable(),
    standby: QueueWorker.nullable(),
    consumingSince: atOrNull('Since when the holder consumes.'),
  })
  .meta({
    id: 'QueueView',
    description: 'One partition of a module, or its effects.',
    examples: [
      {
        module: 'organization',
        partition: 3,
        depth: 0,
        oldestAt: null,
        perMinute: 12,
        holder: { processId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11', host: 'worker-1', pid: 42 },
        standby: null,
        consumingSince: '2030-01-01T12:00:00.000Z',
      },
    ],
  });
export type QueueView = z.infer<typeof QueueView>;

export const QueueList = z
  .strictObject({ items: z.array(QueueView).meta({ description: 'By module and partition.' }) })
  .meta({ id: 'QueueList', description: 'All queues.', examples: [{ items: [] }] });

export const ProcessView = z
  .strictObject({
    processId: Uuid.meta({ description: 'Its id, new at every start.' }),
    kind: z.enum(['api', 'worker']).meta({ description: 'What it does.' }),
    host: z.string().meta({ description: 'Where it runs.' }),
    pid: z.int().meta({ description: 'Its process id there.' }),
    version: z.string().meta({ description: 'The release that it runs.' }),
    startedAt: at('When it started.'),
    heartbeatAt: at('When it was heard of last.'),
    state: z.enum(['live', 'draining', 'gone']).meta({ description: '`gone`: not heard of for 10 seconds.' }),
  })
  .meta({
    id: 'ProcessView',
    description: 'One process of the installation.',
    examples: [
      {
        processId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        kind: 'worker',
        host: 'worker-1',
        pid: 42,
        version: '0.1.0',
        startedAt: '2030-01-01T12:00:00.000Z',
        heartbeatAt: '2030-01-01T12:10:00.000Z',
        state: 'live',
      },
    ],
  });
export type ProcessView = z.infer<typeof ProcessView>;

export const ProcessList = z
  .strictObject({ items: z.array(ProcessView).meta({ description: 'The youngest first.' }) })
  .meta({ id: 'ProcessList', description: 'All processes heard of in the last day.', examples: [{ items: [] }] });

export const ScheduleView = z
  .strictObject({
    key: z.string().meta({ description: 'Its name.' }),
    name: Name,
    entityId: EntityKey,
    organizationId: OrganizationKey,
    dueAt: at('When it sends its command next.'),
    everyMs: z.int().nullable().meta({ description: 'How often; null: once.' }),
    lastRunAt: atOrNull('When it did last.'),
    lastCommandId: Uuid.nullable().meta({ description: 'The command of then.' }),
  })
  .meta({
    id: 'ScheduleView',
    description: 'A command that will be sent.',
    examples: [
      {
        key: 'messaging.pruneHistory',
        name: 'messaging.pruneHistory',
        entityId: 'pruning',
        organizationId: null,
        dueAt: '2030-01-01T13:00:00.000Z',
        everyMs: 3600000,
        lastRunAt: null,
        lastCommandId: null,
      },
    ],
  });
export type ScheduleView = z.infer<typeof ScheduleView>;
