import { commandsUnderWay, Database, Refusal } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type MessageAttachment, SendMessage } from '../contracts/index.js';
import { UploadUnknown } from '../domain/rejections.js';
import { ImageUploads } from '../uploads/image-uploads.js';

/** Of one person, whichever instances they ask. */
const PER_MINUTE = 30;
const WINDOW_MS = 60_000;

interface Written {
  /** The same message again is no other one. */
  messageId: string;
  attachments: readonly z.infer<typeof MessageAttachment>[];
}

const Sent = z.tuple([z.object({ sent: z.int(), oldest: z.date().nullable() })]);

/** What a message has to be like before it is accepted at all. */
@Injectable()
export class AcceptableMessages {
  constructor(
    private readonly database: Database,
    private readonly uploads: ImageUploads,
  ) {}

  /** Throws `rate.limited` above 30 messages of this person in a minute, and `upload.unknown`. */
  async check(userId: string, taskId: string, { messageId, attachments }: Written): Promise<void> {
    await this.mustNotBeTooMany(userId, messageId);
    const images = attachments.flatMap((one) => (one.kind === 'image' ? [one.uploadId] : []));
    if (!(await this.uploads.areOf(taskId, images))) throw new UploadUnknown();
  }

  /** Counted are those that are in their sessions, and those that were accepted and wait for a worker. */
  private async mustNotBeTooMany(userId: string, messageId: string): Promise<void> {
    const since = new Date(Date.now() - WINDOW_MS);
    // First what is under way: what is settled in between is counted twice, and never left out.
    const underWay = await commandsUnderWay(this.database, { name: SendMessage.definition.name, userId, since });
    const [{ sent, oldest }] = Sent.parse(
      await this.database.sql`
        select count(*)::int as sent, min(created_at) as oldest from task.messages
        where author_id = ${userId} and created_at > ${since} and message_id <> ${messageId}`,
    );
    const others = underWay.filter(({ payload }) => payload['messageId'] !== messageId);
    const times = [...(oldest === null ? [] : [oldest]), ...others.map(({ acceptedAt }) => acceptedAt)];
    if (sent + others.length < PER_MINUTE) return;
    const first = Math.min(...times.map((time) => time.getTime()));
    const seconds = Math.max(1, Math.ceil((first + WINDOW_MS - Date.now()) / 1_000));
    throw new Refusal(
      'rate.limited',
      `More than ${String(PER_MINUTE)} messages in a minute; go on in ${String(seconds)} s.`,
      { retryAfterMs: seconds * 1_000 },
      { 'Retry-After': String(seconds) },
    );
  }
}
