import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

const organizationId = Id64.meta({ description: 'GitHub id of the organization.', examples: ['9919'] });

export const OrganizationPath = z.strictObject({ organizationId });
export type OrganizationPath = z.infer<typeof OrganizationPath>;

export const MemberPath = z.strictObject({
  organizationId,
  userId: Id64.meta({ description: 'GitHub id of the person.', examples: ['583231'] }),
});
export type MemberPath = z.infer<typeof MemberPath>;
