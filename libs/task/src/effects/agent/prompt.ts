import { Database, Encryption } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { MessageAttachment } from '../../contracts/index.js';
import { uploadPlace } from '../../uploads/upload-place.js';

type Attachment = z.infer<typeof MessageAttachment>;

/** A part of a prompt, as the protocol of agents has it. */
export type PromptBlock = { type: 'text'; text: string } | { type: 'image'; mimeType: string; data: string };

const Upload = z.array(
  z.object({ uploadId: z.string(), mediaType: z.string(), data: z.instanceof(Buffer), keyId: z.string() }),
);

/** What an agent is told: the words, what they point to, and the images. */
@Injectable()
export class Prompts {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  /** `leftOut`: so many images that this agent cannot take. */
  async of(
    message: { messageId: string; text: string; attachments: readonly Attachment[] },
    recap: string | null,
    takesImages: boolean,
  ): Promise<{ blocks: PromptBlock[]; leftOut: number }> {
    const words = [message.text.trim(), references(message.attachments)].filter((part) => part !== '').join('\n\n');
    const wanted = message.attachments.flatMap((one) => (one.kind === 'image' ? [one.uploadId] : []));
    const images = takesImages && wanted.length > 0 ? await this.images(message.messageId, wanted) : [];
    const texts = [recap, words].filter((part) => part !== null && part !== '');
    return {
      blocks: [...texts.map((text): PromptBlock => ({ type: 'text', text: text ?? '' })), ...images],
      leftOut: wanted.length - images.length,
    };
  }

  private async images(messageId: string, uploadIds: readonly string[]): Promise<PromptBlock[]> {
    const rows = await this.database.sql`
      select upload_id as "uploadId", media_type as "mediaType", data, key_id as "keyId" from task.uploads
      where upload_id = any(${uploadIds}::uuid[]) and message_id = ${messageId}`;
    const uploads = Upload.parse(rows);
    return uploadIds.flatMap((uploadId): PromptBlock[] => {
      const upload = uploads.find((one) => one.uploadId === uploadId);
      if (!upload) return [];
      const { mediaType: mimeType, keyId, data: bytes } = upload;
      const data = this.encryption.open({ keyId, bytes }, uploadPlace(uploadId)).reveal();
      return [{ type: 'image', mimeType, data }];
    });
  }
}

/** Lines and files are named in words that every agent understands. */
function references(attachments: readonly Attachment[]): string {
  const named = attachments.flatMap((one) => {
    if (one.kind === 'file') return [`- ${one.path}`];
    if (one.kind !== 'line') return [];
    const excerpt = one.excerpt.split('\n').map((line) => `  > ${line}`);
    return [`- ${one.path}, line ${String(one.line)}:\n${excerpt.join('\n')}`];
  });
  return named.length === 0 ? '' : `This is about:\n${named.join('\n')}`;
}
