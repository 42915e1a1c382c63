import { z } from 'zod';

/** A fault on request. Without a filter it meets every call; `times` is how often it strikes, endless when absent. */
export const Fault = z.object({
  kind: z.enum(['latency', 'error', 'secondary', 'missing', 'lost', 'hang']),
  /** Milliseconds, for `latency`. */
  milliseconds: z.number().int().min(0).default(100),
  /** HTTP status, for `error`. */
  status: z.number().int().min(400).max(599).default(500),
  /** Seconds, for `secondary`. */
  retryAfter: z.number().int().min(0).default(60),
  /** Only calls whose path, below `/api/v3` or the web root, contains this text. */
  path: z.string().optional(),
  method: z.string().optional(),
  /** Only calls with this budget, e.g. `installation:1042`. */
  budget: z.string().optional(),
  times: z.number().int().positive().optional(),
});
export type Fault = z.infer<typeof Fault>;

interface Meeting {
  readonly method: string;
  readonly path: string;
  readonly budget: string;
}

/** The faults that are switched on. */
export class Faults {
  private readonly faults = new Map<number, Fault>();
  private last = 0;

  add(fault: Fault): number {
    this.last += 1;
    this.faults.set(this.last, fault);
    return this.last;
  }

  /** Switches one off, or all. */
  remove(id?: number): void {
    if (id === undefined) this.faults.clear();
    else this.faults.delete(id);
  }

  list(): (Fault & { id: number })[] {
    return [...this.faults].map(([id, fault]) => ({ id, ...fault }));
  }

  /** The faults that strike this call, each counted as used once. */
  strike({ method, path, budget }: Meeting): Fault[] {
    const struck: Fault[] = [];
    for (const [id, fault] of this.faults) {
      if (fault.path !== undefined && !path.toLowerCase().includes(fault.path.toLowerCase())) continue;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.budget !== undefined && fault.budget !== budget) continue;
      struck.push(fault);
      if (fault.times === undefined) continue;
      if (fault.times === 1) this.faults.delete(id);
      else this.faults.set(id, { ...fault, times: fault.times - 1 });
    }
    return struck;
  }
}
