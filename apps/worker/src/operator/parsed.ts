import { Id64 } from '@foundry/messaging/contracts';
import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/** An option's value by a schema; commander shows what is wrong with it. */
export const parsed =
  <S extends z.ZodType>(schema: S) =>
  (value: string): z.output<S> => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new InvalidArgumentError(result.error.issues.map(({ message }) => message).join('; '));
  };

export const id = parsed(Id64);
