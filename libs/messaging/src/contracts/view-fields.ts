import { z } from 'zod';
import { Id64, Timestamp } from './ids.js';

export const at = (description: string) => Timestamp.meta({ description });
export const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
export const Name = z
  .string()
  .meta({ description: 'Name of the message: module and act.', examples: ['organization.grantRole'] });
export const Module = z.string().meta({ description: 'The module that handles it.', examples: ['organization'] });
export const EntityKey = z.string().meta({ description: 'The entity that it goes to.', examples: ['9919'] });
export const OrganizationKey = Id64.nullable().meta({ description: 'The organization that it belongs to, if any.' });
export const Payload = z
  .record(z.string(), z.unknown())
  .nullable()
  .meta({ description: 'What it carries, as its schema says; null for everybody but admins of the organization.' });
export const Attempt = z.int().min(0).meta({ description: 'Attempts begun so far.' });
