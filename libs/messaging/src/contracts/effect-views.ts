import { z } from 'zod';
import { Actor } from './actor.js';
import { Uuid } from './ids.js';
import { EffectState } from './kernel-commands.js';
import { CommandState, NextStep } from './command-views.js';
import { at, atOrNull, Name, Module, EntityKey, OrganizationKey, Attempt } from './view-fields.js';

export const EffectProgress = z
  .object({
    step: z.string().meta({ description: 'Name of the step.' }),
    text: z.string().optional().meta({ description: 'The step in words.' }),
    percent: z.number().optional().meta({ description: '0 to 100.' }),
  })
  .meta({ id: 'EffectProgress', description: 'How far an effect is.', examples: [{ step: 'clone', percent: 40 }] });

export const EffectView = z
  .strictObject({
    effectId: Uuid.meta({ description: 'Its id.' }),
    name: Name,
    module: Module,
    entityId: EntityKey,
    organizationId: OrganizationKey,
    state: EffectState,
    progress: EffectProgress.nullable(),
    attempt: Attempt,
    maxAttempts: z.int().nullable().meta({ description: 'Attempts at most; null where only the deadline ends it.' }),
    deadline: at('It surrenders after this.'),
    nextAttemptAt: atOrNull('When it is tried next; null unless it waits.'),
    holder: z
      .strictObject({
        processId: Uuid.meta({ description: 'The worker.' }),
        until: at('It is free for another worker after this, unless renewed.'),
      })
      .nullable()
      .meta({ description: 'Who runs it now.' }),
    code: z.string().nullable().meta({ description: 'Why the last attempt failed.' }),
    message: z.string().nullable().meta({ description: 'The same for people.' }),
    requestedBy: Uuid.meta({ description: 'The command that asked for it.' }),
    reportId: Uuid.nullable().meta({ description: 'The command that told its entity how it ended.' }),
    createdAt: at('When it was asked for.'),
    startedAt: atOrNull('When its first attempt began.'),
    finishedAt: atOrNull('When it ended.'),
    actions: z.array(z.enum(['retry', 'cancel'])).meta({ description: 'What the caller may do with it now.' }),
  })
  .meta({
    id: 'EffectView',
    description: 'One effect: slow or outside work that always reports back.',
    examples: [
      {
        effectId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        name: 'sandbox.create',
        module: 'sandbox',
        entityId: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52',
        organizationId: '9919',
        state: 'waiting',
        progress: null,
        attempt: 2,
        maxAttempts: 5,
        deadline: '2030-01-01T12:05:00.000Z',
        nextAttemptAt: '2030-01-01T12:00:08.000Z',
        holder: null,
        code: 'provider.unavailable',
        message: 'The provider answered 503.',
        requestedBy: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52',
        reportId: null,
        createdAt: '2030-01-01T12:00:00.000Z',
        startedAt: '2030-01-01T12:00:00.020Z',
        finishedAt: null,
        actions: ['cancel'],
      },
    ],
  });
export type EffectView = z.infer<typeof EffectView>;

export const PendingCommand = z
  .strictObject({
    commandId: Uuid.meta({ description: 'Its id.' }),
    name: Name,
    actor: Actor.meta({ description: 'Who asked.' }),
    state: CommandState,
    attempt: Attempt,
    acceptedAt: at('When it was stored.'),
    startedAt: atOrNull('When the last attempt began.'),
    deadline: atOrNull('After this it is not handled any more.'),
    next: NextStep.nullable(),
    actions: z.array(z.enum(['cancel'])).meta({ description: 'What the caller may do with it now.' }),
  })
  .meta({
    id: 'PendingCommand',
    description: 'A command that is not settled.',
    examples: [
      {
        commandId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        name: 'organization.grantRole',
        actor: { kind: 'user', userId: '42', via: 'session' },
        state: 'published',
        attempt: 0,
        acceptedAt: '2030-01-01T12:00:00.000Z',
        startedAt: null,
        deadline: null,
        next: { waitsFor: 'worker', commandId: null, until: null },
        actions: ['cancel'],
      },
    ],
  });
export type PendingCommand = z.infer<typeof PendingCommand>;

export const PendingView = z
  .strictObject({
    commands: z
      .array(PendingCommand)
      .meta({ description: 'Commands that are not settled, the next first; at most 100.' }),
    effects: z.array(EffectView).meta({ description: 'Effects that have not ended, the oldest first; at most 100.' }),
  })
  .meta({
    id: 'PendingView',
    description: 'What an entity waits for.',
    examples: [{ commands: [], effects: [] }],
  });
export type PendingView = z.infer<typeof PendingView>;
