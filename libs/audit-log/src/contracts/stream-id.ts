import { z } from 'zod';

/** One chain: an organization's id, a person's own id, or `0` for what concerns the instance. */
export const StreamId = z.string().regex(/^(?:0|[1-9][0-9]{0,18})$/, 'must be an organization id or 0');
export type StreamId = z.infer<typeof StreamId>;

/** The stream of what concerns the instance, or a person whom nobody knows. */
export const INSTANCE_STREAM = '0';
