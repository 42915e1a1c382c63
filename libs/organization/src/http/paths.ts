import { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const organizationId = Id64.meta({ description: 'GitHub id of the organization.', examples: ['9919'] });

export const OrganizationPath = z.strictObject({ organizationId });
export type OrganizationPath = z.infer<typeof OrganizationPath>;

export const MemberPath = z.strictObject({
  organizationId,
  userId: Id64.meta({ description: 'GitHub id of the person.', examples: ['583231'] }),
});
export type MemberPath = z.infer<typeof MemberPath>;

export const TaskPath = z.strictObject({
  organizationId,
  taskId: Uuid.meta({ description: 'Id of the task.', examples: ['0190c6a0-0000-7000-8000-000000000001'] }),
});
export type TaskPath = z.infer<typeof TaskPath>;
