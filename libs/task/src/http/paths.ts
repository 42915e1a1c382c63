import { Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const ID = '0190c6a0-0000-7000-8000-000000000001';
const id = (of: string) => Uuid.meta({ description: `Id of the ${of}.`, examples: [ID] });

export const TaskPath = z.strictObject({ taskId: id('task') });
export type TaskPath = z.infer<typeof TaskPath>;
export const SessionPath = z.strictObject({ sessionId: id('session') });
export type SessionPath = z.infer<typeof SessionPath>;
export const MessagePath = z.strictObject({ messageId: id('message') });
export type MessagePath = z.infer<typeof MessagePath>;
export const PermissionPath = z.strictObject({ permissionId: id('request') });
export type PermissionPath = z.infer<typeof PermissionPath>;
export const OperationPath = z.strictObject({ operationId: id('operation') });
export type OperationPath = z.infer<typeof OperationPath>;
export const UploadPath = z.strictObject({ uploadId: id('upload') });
export type UploadPath = z.infer<typeof UploadPath>;
