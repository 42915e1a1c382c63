import { z } from 'zod';

/** A filter of a query that may be given several times; several are joined by *or*. */
export const several = <S extends z.ZodType>(one: S, description: string, example: z.input<S>) =>
  z
    .union([one, z.array(one).min(1).max(20)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional()
    .meta({ description, examples: [example] });
