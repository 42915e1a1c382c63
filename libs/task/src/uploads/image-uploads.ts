import { Database, Encryption, Secret } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ImageType } from './image-type.js';
import { uploadPlace } from './upload-place.js';

/** Images of one person that no message uses. */
export const WAITING_LIMIT = 50;

/** An image of a task. */
export interface Upload {
  uploadId: string;
  organizationId: string;
  taskId: string;
  userId: string;
  mediaType: ImageType;
}

const Kept = z.array(z.object({ createdAt: z.date() }));
const Ids = z.array(z.object({ uploadId: z.string() }));
const Row = z.array(
  z.object({ taskId: z.string(), mediaType: z.string(), data: z.instanceof(Buffer), keyId: z.string() }),
);

/** Images that people show to agents, encrypted. The API adds them in its own requests; the worker erases them. */
@Injectable()
export class ImageUploads {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  /** Null: this person has too many that no message uses. */
  async keep({ uploadId, organizationId, taskId, userId, mediaType }: Upload, bytes: Buffer): Promise<Date | null> {
    const { keyId, bytes: sealed } = this.encryption.seal(new Secret(bytes.toString('base64')), uploadPlace(uploadId));
    const rows = await this.database.sql`
      insert into task.uploads (upload_id, organization_id, task_id, user_id, media_type, size, data, key_id)
      select ${uploadId}::uuid, ${organizationId}::bigint, ${taskId}::uuid, ${userId}::bigint, ${mediaType}::text,
        ${bytes.length}::int, ${sealed}::bytea, ${keyId}::text
      where (select count(*) from task.uploads
        where user_id = ${userId}::bigint and message_id is null) < ${WAITING_LIMIT}::int
      returning created_at as "createdAt"`;
    return Kept.parse(rows)[0]?.createdAt ?? null;
  }

  /** Which task an image is of, without the image; null: there is none. */
  async taskOf(uploadId: string): Promise<string | null> {
    const rows = await this.database.sql`
      select task_id as "taskId" from task.uploads where upload_id = ${uploadId}`;
    return z.array(z.object({ taskId: z.string() })).parse(rows)[0]?.taskId ?? null;
  }

  /** The image; null: it was erased. Throws `NotReadable`. */
  async open(uploadId: string): Promise<{ taskId: string; mediaType: string; bytes: Buffer } | null> {
    const rows = await this.database.sql`
      select task_id as "taskId", media_type as "mediaType", data, key_id as "keyId" from task.uploads
      where upload_id = ${uploadId}`;
    const [row] = Row.parse(rows);
    if (!row) return null;
    const { data, keyId, taskId, mediaType } = row;
    const opened = this.encryption.open({ keyId, bytes: data }, uploadPlace(uploadId));
    return { taskId, mediaType, bytes: Buffer.from(opened.reveal(), 'base64') };
  }

  /** Whether each of these is an image of this task; one that a message uses is found out by its handler. */
  async areOf(taskId: string, uploadIds: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(uploadIds)];
    if (wanted.length === 0) return true;
    const rows = await this.database.sql`
      select upload_id as "uploadId" from task.uploads
      where task_id = ${taskId} and upload_id = any(${wanted}::uuid[])`;
    return Ids.parse(rows).length === wanted.length;
  }
}
