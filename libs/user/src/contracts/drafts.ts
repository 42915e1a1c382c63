import { type Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { MessageAttachment } from '@foundry/task/contracts';
import { z } from 'zod';

/** Drafts that one person may have. */
export const MOST_DRAFTS = 500;

const HEX = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TASK_SCOPE = new RegExp(`^task:(${HEX}):(${HEX}|new)$`);
const ORGANIZATION_SCOPE = /^organization:([1-9][0-9]{0,18}):new-task$/;
const SCOPE = new RegExp(`${TASK_SCOPE.source}|${ORGANIZATION_SCOPE.source}`);

/** What is being written: to a session, to a task before its first session, or as a new task. */
export const DraftScope = z.string().max(120).regex(SCOPE, 'must name a session, a task or a new task');
export type DraftScope = z.infer<typeof DraftScope>;

export const taskScope = (taskId: Uuid, sessionId: Uuid): DraftScope => `task:${taskId}:${sessionId}`.toLowerCase();
export const newTaskScope = (organizationId: Id64): DraftScope => `organization:${organizationId}:new-task`;

/** The parts of a scope: of a task with its session, if there is one yet, or of an organization. */
export type ScopeParts = { taskId: Uuid; sessionId: Uuid | null } | { organizationId: Id64 };

/** Throws `TypeError` for a text that is no scope. */
export function partsOf(scope: DraftScope): ScopeParts {
  const [, taskId, session] = TASK_SCOPE.exec(scope) ?? [];
  if (taskId !== undefined && session !== undefined) return { taskId, sessionId: session === 'new' ? null : session };
  const [, organizationId] = ORGANIZATION_SCOPE.exec(scope) ?? [];
  if (organizationId === undefined) throw new TypeError(`${scope} is no scope of a draft.`);
  return { organizationId };
}

/** All that may not be stored: controls but newline and tab, and halves of characters. */
const UNSTORABLE = /(?![\n\t])\p{Cc}|\p{Surrogate}/u;

/** Text as it was typed, spaces at its ends included; at most `limit` UTF-16 units. */
const typed = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((value) => !UNSTORABLE.test(value), 'must not contain control characters or halves of characters');

/** Code may hold any other control character. */
const BROKEN = /\0|\p{Surrogate}/u;
const isWhole = (attachment: object): boolean =>
  Object.values(attachment).every((value) => typeof value !== 'string' || !BROKEN.test(value));

const DraftAttachment = MessageAttachment.meta({
  id: 'DraftAttachment',
  description: 'A line or file of the repository, or an uploaded image.',
  examples: [{ kind: 'file' as const, path: 'src/index.ts' }],
});

const DraftForm = z
  .record(z.string().max(40), z.union([typed(1_000), z.boolean(), z.null()]))
  .refine((form) => Object.keys(form).length <= 30, 'must have at most 30 fields')
  .meta({
    id: 'DraftForm',
    description: 'The other fields of a form, by name; what they mean is the business of the page that has the form.',
    examples: [{ branch: 'greetings', agent: 'claude' }],
  });

/** What a person is writing. */
export const DraftContent = z.object({
  text: typed(64_000).meta({ description: 'The text as it was typed, at most 64,000 characters.' }),
  attachments: z
    .array(DraftAttachment)
    .max(20)
    .refine((all) => all.every(isWhole), 'must not contain NUL or halves of characters')
    .default([])
    .meta({ description: 'What is attached, at most 20.' }),
  form: DraftForm.nullable().default(null).meta({ description: 'Other fields of the form; null: there are none.' }),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** A draft as it is stored. An empty one shows that there is none any more. */
export const DraftView = z
  .object({
    scope: DraftScope.meta({ description: 'What it is written to.' }),
    messageId: Uuid.nullable().meta({ description: 'Id that the message will have; null: there is no draft.' }),
    text: z.string().meta({ description: 'The text.' }),
    attachments: z.array(DraftAttachment).meta({ description: 'What is attached.' }),
    form: DraftForm.nullable().meta({ description: 'Other fields of the form.' }),
    updatedAt: Timestamp.nullable().meta({ description: 'When it was last changed; null: never.' }),
    version: z.int().min(0).meta({ description: 'Rises with each change; 0 when there never was one.' }),
  })
  .meta({
    id: 'Draft',
    description: 'What you are writing.',
    examples: [
      {
        scope: 'task:0190c6a0-0000-7000-8000-000000000001:new',
        messageId: '0190c6a0-0000-7000-8000-000000000005',
        text: 'Please add a test for',
        attachments: [],
        form: null,
        updatedAt: '2030-01-01T12:00:00.000Z',
        version: 4,
      },
    ],
  });
export type DraftView = z.infer<typeof DraftView>;
