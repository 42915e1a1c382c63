import { z } from 'zod';

/** A command that an agent offers behind a slash. */
export const AgentCommand = z.object({
  name: z.string().max(80).meta({ description: 'Its name, without the slash.' }),
  description: z.string().max(120).meta({ description: 'What it does.' }),
  hint: z.string().max(100).nullable().meta({ description: 'What may follow it.' }),
});
export type AgentCommand = z.infer<typeof AgentCommand>;

const value = z.string().min(1).max(120);

/** What people choose of an agent; null: its own choice. */
export const AgentSettings = z.object({
  model: value.nullable(),
  mode: value.nullable(),
  reasoning: value.nullable(),
});
export type AgentSettings = z.infer<typeof AgentSettings>;
