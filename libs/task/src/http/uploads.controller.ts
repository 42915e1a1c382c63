import { randomUUID } from 'node:crypto';
import { Allow, Answer, As, Asked, BodyOf, NotFound, PathOf, Refusal, Route } from '@foundry/messaging';
import { Timestamp, Uuid } from '@foundry/messaging/contracts';
import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ImageUploads, WAITING_LIMIT } from '../uploads/image-uploads.js';
import { imageTypeOf } from '../uploads/image-type.js';
import { TaskPath, UploadPath } from './paths.js';
import { onActing, uploadLimit, uploadNotImage } from './problems.js';
import { TaskRights } from './task-rights.js';

const MIB = 1024 * 1024;
const MOST_BYTES = 5 * MIB;
/** In base64 three bytes are four characters. */
const MOST_TEXT = Math.ceil(MOST_BYTES / 3) * 4;
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
const ID = '0190c6a0-0000-7000-8000-000000000001';

const ImageBody = z
  .strictObject({
    data: z
      .base64()
      .min(4)
      .max(MOST_TEXT)
      .meta({ description: 'The image in base64: at most 5 MiB of it.', examples: [DOT] }),
  })
  .meta({ id: 'NewImage', description: 'An image: PNG, JPEG, GIF or WebP.', examples: [{ data: DOT }] });
type ImageBody = z.infer<typeof ImageBody>;

const UploadView = z
  .object({
    uploadId: Uuid.meta({ description: 'Id to attach it by.' }),
    mediaType: z.string().meta({ description: 'What it is, by its content.' }),
    size: z.int().min(1).meta({ description: 'Bytes.' }),
    createdAt: Timestamp.meta({ description: 'When it came; a day later it is erased unless a message uses it.' }),
  })
  .meta({
    id: 'Upload',
    description: 'An image that can be attached to a message of the task.',
    examples: [{ uploadId: ID, mediaType: 'image/png', size: 68, createdAt: '2030-01-01T12:00:00.000Z' }],
  });
type UploadView = z.infer<typeof UploadView>;

/** Images for messages. */
@Controller('v1')
export class UploadsController {
  constructor(
    private readonly rights: TaskRights,
    private readonly uploads: ImageUploads,
  ) {}

  @Post('tasks/:taskId/uploads')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'uploadImage',
    tag: 'task',
    summary: 'Upload an image for a message',
    description:
      'Keeps a PNG, JPEG, GIF or WebP of at most 5 MiB, encrypted; what it is is seen by its content. Unless a message ' +
      'uses it, it is erased after a day. Makes no task real.',
    answers: { 201: UploadView },
    problems: [...onActing, uploadNotImage, uploadLimit],
    direct: { reason: 'Images are too large for a queue.', audit: 'none: the message that uses it is audited' },
    bodyLimit: 7 * MIB,
  })
  async upload(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(ImageBody) { data }: ImageBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId, by } = await this.rights.acting(asked, taskId);
    const bytes = Buffer.from(data, 'base64');
    const mediaType = imageTypeOf(bytes);
    if (mediaType === null || bytes.length > MOST_BYTES) {
      const detail = 'Only PNG, JPEG, GIF and WebP images of at most 5 MiB can be attached.';
      throw new Refusal(uploadNotImage.code, detail, {}, {}, uploadNotImage.status);
    }
    const uploadId = randomUUID();
    const kept = { uploadId, organizationId, taskId, userId: by.userId, mediaType };
    const createdAt = await this.uploads.keep(kept, bytes);
    if (createdAt === null) {
      const detail = `You have ${String(WAITING_LIMIT)} images that no message uses; send them first.`;
      throw new Refusal(uploadLimit.code, detail, {}, {}, uploadLimit.status);
    }
    const view: UploadView = { uploadId, mediaType, size: bytes.length, createdAt: createdAt.toISOString() };
    return new Answer(201, view, { Location: `/v1/uploads/${uploadId}` });
  }

  @Get('uploads/:uploadId')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readImage',
    tag: 'task',
    summary: 'Read an uploaded image',
    description: 'With the type that its content has, as an attachment: a browser does not run anything that is in it.',
    answers: { 200: z.string().meta({ description: 'The bytes of the image.', examples: ['…'] }) },
    media: 'image/*',
    headers: { 'Content-Disposition': 'Always an attachment.' },
  })
  async read(@PathOf(UploadPath) { uploadId }: UploadPath, @As() asked: Asked): Promise<Answer> {
    const taskId = await this.uploads.taskOf(uploadId);
    const access = taskId === null ? null : await this.rights.find(asked.caller, taskId);
    const image = access && (await this.uploads.open(uploadId));
    if (!image) throw new NotFound('This image');
    const { bytes, mediaType: type } = image;
    const disposition = `attachment; filename="${uploadId}.${type.slice('image/'.length)}"`;
    return new Answer(200, new StreamableFile(bytes, { type, disposition, length: bytes.length }));
  }
}
