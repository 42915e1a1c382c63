import { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** What every message of this module names. */
export const keyed = { entity: 'sandboxId', organization: 'organizationId' } as const;
export const sandbox = { organizationId: Id64, sandboxId: Uuid };

/** A machine counts from 1 within its sandbox. */
export const Generation = z.int().min(1);

/** A step of one machine: a report of another step or generation is refused with `step.ended`. */
export const step = { ...sandbox, generation: Generation, stepId: Uuid };

export const Code = z.string().max(80);
export const Reason = z.string().max(2_000);

/** An absolute path of the machine. */
export const MachinePath = z.string().startsWith('/').max(1_024);

/** A git object id: SHA-1 or SHA-256 in hex. */
export const Sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'must be a git object id');

/** Size of a `\0`-free argument in bytes is at most 8 KiB; a command has 1 to 64 of them. */
export const Argument = z
  .string()
  .max(8_192)
  .refine((value) => !value.includes('\0'), 'must not contain NUL')
  .refine((value) => new TextEncoder().encode(value).length <= 8_192, 'must be at most 8 KiB');
export const Argv = z
  .array(Argument)
  .min(1)
  .max(64)
  .refine(([program]) => program !== undefined && program !== '', 'must begin with a program');

export const EnvironmentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a name of a variable');
export const Environment = z
  .record(EnvironmentName, Argument)
  .refine((value) => Object.keys(value).length <= 32, 'must have at most 32 entries');
