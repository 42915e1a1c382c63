import { z } from 'zod';

const Offer = z.array(z.object({ id: z.string(), name: z.string() }));
/** By which request an agent is told what was chosen. */
const Way = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('config'), id: z.string() }),
  z.object({ kind: z.literal('mode') }),
  z.object({ kind: z.literal('model') }),
]);

/** What an agent said when it started, and where its stream was then. Written by the effect that starts it, alone. */
export const AgentFacts = z.object({
  /** The server id of that start. */
  connection: z.string(),
  lastEventId: z.number().nullable(),
  /** It knows nothing of what was said before. */
  needsRecap: z.boolean(),
  takesImages: z.boolean(),
  models: Offer,
  modes: Offer,
  reasoning: Offer,
  ways: z.object({ model: Way.optional(), mode: Way.optional(), reasoning: Way.optional() }),
});
export type AgentFacts = z.infer<typeof AgentFacts>;

/** How the server of an agent is called on its machine. */
export const connectionOf = (sessionId: string, connectionNo: number): string => `${sessionId}-${String(connectionNo)}`;
