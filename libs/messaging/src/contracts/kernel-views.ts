import { z } from 'zod';
import { Actor } from './actor.js';
import { Outcome } from './envelope.js';
import { Id64, Timestamp, Uuid } from './ids.js';
import { DeadLetterState, EffectState } from './kernel-commands.js';

const at = (description: string) => Timestamp.meta({ description });
const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
const Name = z
  .string()
  .meta({ description: 'Name of the message: module and act.', examples: ['organization.grantRole'] });
const Module = z.string().meta({ description: 'The module that handles it.', examples: ['organization'] });
const EntityKey = z.string().meta({ description: 'The entity that it goes to.', examples: ['9919'] });
const OrganizationKey = Id64.nullable().meta({ description: 'The organization that it belongs to, if any.' });
const Payload = z
  .record(z.string(), z.unknown())
  .nullable()
  .meta({ description: 'What it carries, as its schema says; null for everybody but admins of the organization.' });
const Attempt = z.int().min(0).meta({ description: 'Attempts begun so far.' });

export const CommandState = z
  .enum(['accepted', 'published', 'started', 'settled'])
  .meta({ id: 'CommandState', description: 'How far a command is.', examples: ['settled'] });
export type CommandState = z.infer<typeof CommandState>;

export const NextStep = z
  .strictObject({
    waitsFor: z.enum(['relay', 'elder', 'worker', 'handler']).meta({
      description:
        '`relay`: to be put on the wire. `elder`: an older command of its entity. `worker`: to be taken. `handler`: it runs.',
    }),
    commandId: Uuid.nullable().meta({ description: 'The older command, with `elder`.' }),
    until: atOrNull('When the waiting ends in any case; null where nothing limits it.'),
  })
  .meta({
    id: 'NextStep',
    description: 'What a command waits for.',
    examples: [{ waitsFor: 'worker', commandId: null, until: null }],
  });
export type NextStep = z.infer<typeof NextStep>;

export const CommandProblem = z
  .strictObject({
    status: z.int().meta({ description: 'The HTTP status that waiting would have given.' }),
    code: z.string().meta({ description: 'Stable code.' }),
    detail: z.string().meta({ description: 'This case, for people.' }),
  })
  .meta({
    id: 'CommandProblem',
    description: 'Why a command was not handled.',
    examples: [{ status: 409, code: 'member.github_owner', detail: 'An owner on GitHub is an owner here.' }],
  });

export const CommandView = z
  .strictObject({
    commandId: Uuid.meta({ description: 'Its id.' }),
    name: Name,
    module: Module,
    entityId: EntityKey,
    organizationId: OrganizationKey,
    actor: Actor.meta({ description: 'Who asked.' }),
    correlationId: Uuid.meta({ description: 'The same for everything that one request began.' }),
    causationId: Uuid.nullable().meta({ description: 'What caused it; null at the root.' }),
    retryOf: Uuid.nullable().meta({ description: 'The dead command that it repeats.' }),
    state: CommandState,
    attempt: Attempt,
    acceptedAt: at('When it was stored.'),
    publishedAt: atOrNull('When the wire had it.'),
    startedAt: atOrNull('When the last attempt began.'),
    settledAt: atOrNull('When its outcome was stored.'),
    deadline: atOrNull('After this it is not handled any more.'),
    outcome: Outcome.nullable().meta({ description: 'How it ended.' }),
    code: z.string().nullable().meta({ description: 'Why it was not handled.' }),
    message: z.string().nullable().meta({ description: 'The same for people.' }),
    result: z.unknown().meta({ description: 'What it returned when it was handled, as its route says; else null.' }),
    problem: CommandProblem.nullable(),
    payload: Payload,
    next: NextStep.nullable(),
    actions: z.array(z.enum(['cancel'])).meta({ description: 'What the caller may do with it now.' }),
    links: z.strictObject({ chain: z.string().meta({ description: 'All that it belongs to.' }) }).meta({
      description: 'Where to look next.',
    }),
  })
  .meta({
    id: 'CommandView',
    description: 'One command from acceptance to outcome.',
    examples: [
      {
        commandId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        name: 'organization.grantRole',
        module: 'organization',
        entityId: '9919',
        organizationId: '9919',
        actor: { kind: 'user', userId: '42', via: 'session' },
        correlationId: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52',
        causationId: null,
        retryOf: null,
        state: 'published',
        attempt: 0,
        acceptedAt: '2030-01-01T12:00:00.000Z',
        publishedAt: '2030-01-01T12:00:00.004Z',
        startedAt: null,
        settledAt: null,
        deadline: null,
        outcome: null,
        code: null,
        message: null,
        result: null,
        problem: null,
        payload: null,
        next: { waitsFor: 'worker', commandId: null, until: null },
        actions: ['cancel'],
        links: { chain: '/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11/chain' },
      },
    ],
  });
export type CommandView = z.infer<typeof CommandView>;

export const ChainNode = z
  .strictObject({
    id: Uuid.meta({ description: 'Id of the command, event or effect.' }),
    parentId: Uuid.nullable().meta({ description: 'What caused it; null at a root.' }),
    depth: z.int().min(0).meta({ description: 'Steps from the root.' }),
    kind: z.enum(['command', 'event', 'effect']).meta({ description: 'What it is.' }),
    name: Name,
    module: Module,
    entityId: EntityKey,
    retryOf: Uuid.nullable().meta({ description: 'The dead command that it repeats.' }),
    state: z.string().meta({ description: 'State of a command or effect; an event is `accepted` or `published`.' }),
    outcome: Outcome.nullable().meta({ description: 'Outcome of a command.' }),
    code: z.string().nullable().meta({ description: 'Why it was not handled, or gave up.' }),
    attempt: Attempt,
    at: at('When it was stored.'),
    ms: z.int().min(0).nullable().meta({ description: 'How long the work took; null while it is not over.' }),
  })
  .meta({
    id: 'ChainNode',
    description: 'One step of a chain.',
    examples: [
      {
        id: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        parentId: null,
        depth: 0,
        kind: 'command',
        name: 'organization.grantRole',
        module: 'organization',
        entityId: '9919',
        retryOf: null,
        state: 'settled',
        outcome: 'handled',
        code: null,
        attempt: 1,
        at: '2030-01-01T12:00:00.000Z',
        ms: 6,
      },
    ],
  });
export type ChainNode = z.infer<typeof ChainNode>;

export const ChainView = z
  .strictObject({
    correlationId: Uuid.meta({ description: 'What the steps have in common.' }),
    nodes: z.array(ChainNode).meta({ description: 'The tree, each step before those that it caused.' }),
    truncated: z.boolean().meta({ description: 'There are more than 500 steps; the oldest 500 are shown.' }),
  })
  .meta({
    id: 'ChainView',
    description: 'Everything that one request began, as a tree from its root.',
    examples: [{ correlationId: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52', nodes: [], truncated: false }],
  });
export type ChainView = z.infer<typeof ChainView>;

export const HistoryItem = z
  .strictObject({
    id: Uuid.meta({ description: 'Id of the command, event or effect.' }),
    kind: z.enum(['command', 'event', 'effect']).meta({ description: 'What it is.' }),
    name: Name,
    actor: Actor.meta({ description: 'Who asked.' }),
    state: z.string().meta({ description: 'State of a command or effect; an event is `accepted` or `published`.' }),
    outcome: Outcome.nullable().meta({ description: 'Outcome of a command.' }),
    code: z.string().nullable().meta({ description: 'Why it was not handled, or gave up.' }),
    message: z.string().nullable().meta({ description: 'The same for people.' }),
    attempt: Attempt,
    acceptedAt: at('When it was stored.'),
    startedAt: atOrNull('When the last attempt of a command, or the first of an effect, began.'),
    endedAt: atOrNull('When it was settled or ended.'),
    waitedMs: z.int().min(0).nullable().meta({ description: 'From acceptance to the start.' }),
    workedMs: z.int().min(0).nullable().meta({ description: 'From the start to the end.' }),
    correlationId: Uuid.meta({ description: 'The same for everything that one request began.' }),
    causationId: Uuid.nullable().meta({ description: 'What caused it; null at the root.' }),
    payload: Payload,
  })
  .meta({
    id: 'HistoryItem',
    description: 'One command, event or effect of an entity.',
    examples: [
      {
        id: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        kind: 'command',
        name: 'organization.grantRole',
        actor: { kind: 'user', userId: '42', via: 'session' },
        state: 'settled',
        outcome: 'handled',
        code: null,
        message: null,
        attempt: 1,
        acceptedAt: '2030-01-01T12:00:00.000Z',
        startedAt: '2030-01-01T12:00:00.010Z',
        endedAt: '2030-01-01T12:00:00.016Z',
        waitedMs: 10,
        workedMs: 6,
        correlationId: '6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52',
        causationId: null,
        payload: null,
      },
    ],
  });
export type HistoryItem = z.infer<typeof HistoryItem>;

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

const letter = {
  deadLetterId: Uuid.meta({ description: 'Its id.' }),
  source: z.enum(['command', 'effect', 'reaction', 'broker']).meta({ description: 'What died.' }),
  module: Module,
  organizationId: OrganizationKey,
  name: z.string().nullable().meta({ description: 'Name of the message; null when it could not be read.' }),
  entityId: z.string().nullable().meta({ description: 'The entity that it was for.' }),
  messageId: Uuid.nullable().meta({ description: 'Id of the message that died.' }),
  code: z.string().meta({ description: 'Why.' }),
  message: z.string().meta({ description: 'The same for people.' }),
  attempts: z.int().min(0).meta({ description: 'Attempts before it died.' }),
  diedAt: at('When it died.'),
  state: DeadLetterState,
  resolvedBy: z
    .string()
    .nullable()
    .meta({ description: 'Who dealt with it.', examples: ['user:42'] }),
  resolvedAt: atOrNull('When.'),
  retriedAs: Uuid.nullable().meta({ description: 'What runs in its place.' }),
  reason: z.string().nullable().meta({ description: 'Why it was discarded.' }),
  actions: z.array(z.enum(['retry', 'discard'])).meta({ description: 'What the caller may do with it now.' }),
};

const letterExample = {
  deadLetterId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  source: 'command',
  module: 'organization',
  organizationId: '9919',
  name: 'organization.grantRole',
  entityId: '9919',
  messageId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  code: 'internal',
  message: 'Cannot read properties of undefined',
  attempts: 1,
  diedAt: '2030-01-01T12:00:00.000Z',
  state: 'open',
  resolvedBy: null,
  resolvedAt: null,
  retriedAs: null,
  reason: null,
  actions: ['retry', 'discard'],
};

export const DeadLetterView = z
  .strictObject(letter)
  .meta({ id: 'DeadLetterView', description: 'Something that could not be handled.', examples: [letterExample] });
export type DeadLetterView = z.infer<typeof DeadLetterView>;

export const DeadLetterDetail = z
  .strictObject({
    ...letter,
    envelope: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'The message as it was sent; its form is that of its kind. Null when it could not be read.',
    }),
    stack: z.string().nullable().meta({ description: 'Where it failed; for operators only, else null.' }),
    raw: z
      .string()
      .nullable()
      .meta({ description: 'What could not be read, in base64; for operators only, else null.' }),
  })
  .meta({
    id: 'DeadLetterDetail',
    description: 'One dead letter with what is needed to understand it.',
    examples: [{ ...letterExample, envelope: { name: 'organization.grantRole' }, stack: null, raw: null }],
  });
export type DeadLetterDetail = z.infer<typeof DeadLetterDetail>;
