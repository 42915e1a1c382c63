import { z } from 'zod';
import { Uuid } from './ids.js';
import { DeadLetterState } from './kernel-commands.js';
import { at, atOrNull, Module, OrganizationKey } from './view-fields.js';

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
