import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { DeliveryId } from '../contracts/index.js';

const organizationId = Id64.meta({ description: 'GitHub id of the organization.', examples: ['9919'] });

export const OrganizationPath = z.strictObject({ organizationId });
export type OrganizationPath = z.infer<typeof OrganizationPath>;

export const RepositoryPath = z.strictObject({
  organizationId,
  repositoryId: Id64.meta({ description: 'GitHub id of the repository.', examples: ['1296269'] }),
});
export type RepositoryPath = z.infer<typeof RepositoryPath>;

export const RunPath = z.strictObject({
  organizationId,
  runId: z.uuid().meta({ description: 'Id of the sync.', examples: ['0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'] }),
});
export type RunPath = z.infer<typeof RunPath>;

export const DeliveryPath = z.strictObject({
  organizationId,
  deliveryId: DeliveryId.meta({
    description: 'Id that GitHub gave the delivery.',
    examples: ['72d3162e-cc78-11e3-81ab-4c9367dc0958'],
  }),
});
export type DeliveryPath = z.infer<typeof DeliveryPath>;
