import { z } from 'zod';
import { FAILPOINTS } from '../../failpoints/failpoints.js';
import { Arming } from '../failpoints/armed-failpoints.js';

const message = { name: z.string(), payload: z.record(z.string(), z.unknown()) };

/** What a test asks of a process that it started. */
export const Order = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('send'),
    ...message,
    idempotency: z.object({ key: z.string(), hash: z.string() }).optional(),
  }),
  z.object({ act: z.literal('request'), ...message, timeoutMs: z.number().optional() }),
  z.object({ act: z.literal('arm'), arming: Arming }),
  z.object({ act: z.literal('release') }),
  z.object({ act: z.literal('passed'), point: z.enum(FAILPOINTS) }),
  z.object({ act: z.literal('metric'), name: z.string() }),
]);
export type Order = z.input<typeof Order>;

export const Ask = z.object({ ask: z.number(), order: Order });

export const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('answer'), ask: z.number(), value: z.unknown() }),
  z.object({ kind: z.literal('failure'), ask: z.number(), error: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** How a process is told what it is, beside the kernel's own keys. */
export const ProcessRole = z.enum(['api', 'worker', 'alone']);
export type ProcessRole = z.infer<typeof ProcessRole>;
