import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { VariableName } from '../contracts/index.js';

const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const sandboxId = z.uuid().meta({ description: 'Id of the sandbox.', examples: [ID] });
const processId = z.uuid().meta({ description: 'Id of the process.', examples: [ID] });
const organizationId = Id64.meta({ description: 'GitHub id of the organization.', examples: ['9919'] });

export const SandboxPath = z.strictObject({ sandboxId });
export type SandboxPath = z.infer<typeof SandboxPath>;

export const TaskPath = z.strictObject({
  taskId: z.uuid().meta({ description: 'Id of the task.', examples: [ID] }),
});
export type TaskPath = z.infer<typeof TaskPath>;

export const ProcessPath = z.strictObject({ sandboxId, processId });
export type ProcessPath = z.infer<typeof ProcessPath>;

export const OrganizationPath = z.strictObject({ organizationId });
export type OrganizationPath = z.infer<typeof OrganizationPath>;

export const VariablePath = z.strictObject({
  organizationId,
  name: VariableName.meta({ description: 'Name of the variable.', examples: ['ANTHROPIC_API_KEY'] }),
});
export type VariablePath = z.infer<typeof VariablePath>;
