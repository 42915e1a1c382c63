import { z } from 'zod';
import { Actor } from './actor.js';
import { Outcome } from './envelope.js';
import { Uuid } from './ids.js';
import { at, atOrNull, Name, Module, EntityKey, OrganizationKey, Payload, Attempt } from './view-fields.js';

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
