import { z } from 'zod';

/** A GitHub numeric id: a decimal string of at most 19 digits (Postgres bigint), never 0. */
export const Id64 = z
  .string()
  .regex(/^[1-9][0-9]{0,18}$/, 'must be a GitHub numeric id')
  .refine((value) => value.length < 19 || value <= '9223372036854775807', 'must fit 64 bits');
export type Id64 = z.infer<typeof Id64>;

/** An id of ours: a UUID minted by the sender, version 4 or 7. */
export const Uuid = z.uuid();
export type Uuid = z.infer<typeof Uuid>;

/** The key of an entity's mailbox. Id64 and Uuid both fit. */
export const EntityId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 _ -');
export type EntityId = z.infer<typeof EntityId>;

/** RFC 3339 in UTC with milliseconds, as every answer carries it. */
export const Timestamp = z.iso.datetime();
export type Timestamp = z.infer<typeof Timestamp>;

const CONTROL = /(?![\n\t])\p{Cc}/u;

/** Text of at most `limit` characters after trimming; control characters except newline and tab are refused. */
export const text = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit)
    .refine((value) => !CONTROL.test(value), 'must not contain control characters');
