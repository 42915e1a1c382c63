import { text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const ID = '0190c6a0-0000-7000-8000-000000000001';
const path = z.string().min(1).max(1_024).meta({ description: 'Path in the repository.' });
const kind = <const Kind extends string>(name: Kind) => z.literal(name).meta({ description: 'What it points to.' });

const AttachedLine = z
  .strictObject({
    kind: kind('line'),
    path,
    line: z.int().min(1).meta({ description: 'Number of the line, from 1.' }),
    excerpt: z.string().max(2_000).meta({ description: 'The text there, as the sender saw it.' }),
  })
  .meta({
    id: 'AttachedLine',
    description: 'A line of a file of the repository.',
    examples: [{ kind: 'line' as const, path: 'src/index.ts', line: 7, excerpt: 'return true;' }],
  });
const AttachedFile = z.strictObject({ kind: kind('file'), path }).meta({
  id: 'AttachedFile',
  description: 'A file of the repository.',
  examples: [{ kind: 'file' as const, path: 'src/index.ts' }],
});
const AttachedImage = z
  .strictObject({ kind: kind('image'), uploadId: Uuid.meta({ description: 'Id of the upload.' }) })
  .meta({
    id: 'AttachedImage',
    description: 'An image that was uploaded before.',
    examples: [{ kind: 'image' as const, uploadId: ID }],
  });

/** What a message points to: a line or a file of the repository, or an uploaded image. */
export const MessageAttachment = z.discriminatedUnion('kind', [AttachedLine, AttachedFile, AttachedImage]);

/** The prompt that a task begins with, and the session that it opens. */
export const FirstMessage = z
  .strictObject({
    messageId: Uuid.meta({ description: 'Id of the message, minted by the sender.' }),
    sessionId: Uuid.meta({ description: 'Id of the session that it opens, minted by the sender.' }),
    text: text(64_000).meta({ description: 'What to do: 1 to 64,000 characters.' }),
    attachments: z.array(MessageAttachment).max(20).default([]).meta({ description: 'What it points to, at most 20.' }),
    agent: z.string().max(40).optional().meta({ description: 'The agent; the usual one of the sender when absent.' }),
    model: z.string().max(120).optional().meta({ description: 'The model; the usual one when absent.' }),
  })
  .meta({
    id: 'FirstMessage',
    description: 'The prompt that a task begins with.',
    examples: [{ messageId: ID, sessionId: ID, text: 'Greet people by name', attachments: [] }],
  });
export type FirstMessage = z.infer<typeof FirstMessage>;
