import { Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** The time in examples. */
export const AT = '2030-01-01T12:00:00.000Z';
export const at = (description: string) => Timestamp.meta({ description });
export const atOrNull = (description: string) => Timestamp.nullable().meta({ description });
export const text = (description: string) => z.string().meta({ description });
export const textOrNull = (description: string) => z.string().nullable().meta({ description });
export const flag = (description: string) => z.boolean().meta({ description });
export const count = (description: string) => z.int().min(0).meta({ description });
export const organizationId = Id64.meta({ description: 'GitHub id of the account.' });
export const repositoryId = Id64.meta({ description: 'GitHub id of the repository.' });
export const version = count('Rises with each change; never repeats within an organization.');
