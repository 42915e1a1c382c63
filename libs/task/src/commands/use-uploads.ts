import type { Tx } from '@foundry/messaging';
import type { Attachments } from '../domain/message.entity.js';
import { UploadUnknown } from '../domain/rejections.js';

/** The images of a message belong to it from now on. Rejects with `upload.unknown`. */
export async function useUploads(
  tx: Tx,
  { organizationId, taskId }: { organizationId: string; taskId: string },
  messageId: string,
  attachments: Attachments,
): Promise<void> {
  const uploadIds = attachments.flatMap((attachment) => (attachment.kind === 'image' ? [attachment.uploadId] : []));
  if (uploadIds.length === 0) return;
  const used = await tx.sql`update task.uploads set message_id = ${messageId}
    where upload_id = any(${uploadIds}::uuid[]) and organization_id = ${organizationId} and task_id = ${taskId}
      and (message_id is null or message_id = ${messageId}) returning upload_id`;
  if (used.length !== new Set(uploadIds).size) throw new UploadUnknown();
}
