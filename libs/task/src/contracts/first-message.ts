import { text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const path = z.string().min(1).max(1_024);

/** What a message points to: a line or a file of the repository, or an uploaded image. */
export const MessageAttachment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), path, line: z.int().min(1), excerpt: z.string().max(2_000) }),
  z.strictObject({ kind: z.literal('file'), path }),
  z.strictObject({ kind: z.literal('image'), uploadId: Uuid }),
]);

/** The prompt that a task begins with, and the session that it opens. */
export const FirstMessage = z.strictObject({
  messageId: Uuid,
  sessionId: Uuid,
  text: text(64_000),
  attachments: z.array(MessageAttachment).max(20).default([]),
  agent: z.string().max(40).optional(),
  model: z.string().max(120).optional(),
});
export type FirstMessage = z.infer<typeof FirstMessage>;
