import { z } from 'zod';
import type { MachineLabels } from './provider.js';

const PREFIX = 'foundry-';

const Labels = z.object({
  instance: z.string(),
  organization: z.string(),
  task: z.string(),
  sandbox: z.string(),
  generation: z.coerce.number().int(),
});

/** Some labels as a provider keeps them: texts under names that begin with `foundry-`. */
export const labelled = (labels: Partial<MachineLabels>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([name, value]) => [PREFIX + name, String(value)]));

/** The labels of a machine; null: it is none of Foundry's. */
export function labelsOf(kept: Readonly<Record<string, string>>): MachineLabels | null {
  const ours = Object.entries(kept).filter(([name]) => name.startsWith(PREFIX));
  return (
    Labels.safeParse(Object.fromEntries(ours.map(([name, value]) => [name.slice(PREFIX.length), value]))).data ?? null
  );
}
