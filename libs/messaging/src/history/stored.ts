import { z } from 'zod';

/** A time as the driver gives it. */
export const StoredTime = z.date().transform((at) => at.toISOString());

/** A count as the driver gives it: bigint as text. */
export const StoredCount = z.union([z.string(), z.number()]).transform(Number);
