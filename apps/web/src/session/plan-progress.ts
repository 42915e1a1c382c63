import type { z } from 'zod';
import type { PlanData } from './item-data.js';

/** How far a plan is; null: it has no steps. */
export function planProgress({ entries }: z.infer<typeof PlanData>): { done: number; all: number } | null {
  if (!entries || entries.length === 0) return null;
  const isDone = ({ status, state }: (typeof entries)[number]): boolean => (status ?? state) === 'completed';
  return { done: entries.filter(isDone).length, all: entries.length };
}
