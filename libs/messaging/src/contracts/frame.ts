import { z } from 'zod';

/** What an event changes on a realtime topic: the full new state of one thing. `hidden` carries no data. */
export const Frame = z.object({
  topic: z.string().max(120),
  type: z.string().max(40),
  data: z.unknown(),
});
export type Frame = z.infer<typeof Frame>;

/** A frame after the writing transaction gave it its place: versions of a topic rise by one, without gaps. */
export const Delta = Frame.extend({ version: z.number().int().nonnegative() });
export type Delta = z.infer<typeof Delta>;
