import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type ChainNode, Outcome } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { StoredTime } from './stored.js';

/** Steps of a chain that are shown at most. */
export const MOST_NODES = 500;

const Step = z.object({
  id: z.string(),
  kind: z.enum(['command', 'event', 'effect']),
  name: z.string(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  causation_id: z.string().nullable(),
  retry_of: z.string().nullable(),
  at: StoredTime,
  published_at: StoredTime.nullable(),
  settled_at: StoredTime.nullable(),
  attempts: z.number(),
  outcome: Outcome.nullable(),
  code: z.string().nullable(),
  ms: z.number().nullable(),
  effect_state: z.string().nullable(),
});
export type Step = z.infer<typeof Step>;

/** Everything that one request began, in the order of being stored. */
@Injectable()
export class ChainReader {
  constructor(private readonly database: Database) {}

  async steps(correlationId: string): Promise<{ steps: Step[]; truncated: boolean }> {
    const rows = await this.database.sql`
      select o.id, o.kind, o.name, o.module, o.entity_id, o.organization_id, o.causation_id, o.retry_of,
        o.accepted_at as at, o.published_at, o.settled_at,
        coalesce(e.attempt, i.attempts, o.attempts) as attempts, i.outcome, coalesce(e.last_code, i.code) as code,
        coalesce(i.ms, (extract(epoch from e.finished_at - e.started_at) * 1000)::int) as ms, e.state as effect_state
      from messaging.outbox o
      left join messaging.inbox i on o.kind = 'command' and i.command_id = o.id
      left join messaging.effect e on o.kind = 'effect' and e.id = o.id
      where o.correlation_id = ${correlationId} order by o.seq limit ${MOST_NODES + 1}`;
    const steps = Step.array().parse(rows);
    return { steps: steps.slice(0, MOST_NODES), truncated: steps.length > MOST_NODES };
  }
}

/**
 * The steps as a tree, each before those that it caused. A step whose cause is not among them (another tenant's, or
 * pruned) hangs on the first root.
 */
export function treeOf(steps: readonly Step[]): ChainNode[] {
  const known = new Set(steps.map(({ id }) => id));
  const [first] = steps;
  const children = new Map<string | null, Step[]>();
  for (const step of steps) {
    const isRoot = step.causation_id === null || step === first;
    const parent = isRoot ? null : known.has(step.causation_id ?? '') ? step.causation_id : (first?.id ?? null);
    children.set(parent, [...(children.get(parent) ?? []), step]);
  }
  const nodes: ChainNode[] = [];
  const walk: { step: Step; parentId: string | null; depth: number }[] = [];
  const enter = (parentId: string | null, depth: number) => {
    for (const step of (children.get(parentId) ?? []).toReversed()) walk.push({ step, parentId, depth });
  };
  enter(null, 0);
  for (let next = walk.pop(); next; next = walk.pop()) {
    nodes.push(nodeOf(next.step, next.parentId, next.depth));
    enter(next.step.id, next.depth + 1);
  }
  return nodes;
}

function nodeOf(step: Step, parentId: string | null, depth: number): ChainNode {
  return {
    id: step.id,
    parentId,
    depth,
    kind: step.kind,
    name: step.name,
    module: step.module,
    entityId: step.entity_id,
    retryOf: step.retry_of,
    state: stepState(step),
    outcome: step.outcome,
    code: step.code,
    attempt: step.attempts,
    at: step.at,
    ms: step.ms === null ? null : Math.max(0, step.ms),
  };
}

/** State of a command, of the effect behind an effect's message, or whether an event is on the wire. */
export function stepState(
  step: Pick<Step, 'kind' | 'effect_state' | 'settled_at' | 'attempts' | 'published_at'>,
): string {
  if (step.effect_state !== null) return step.effect_state;
  if (step.kind === 'command' && step.settled_at !== null) return 'settled';
  if (step.kind === 'command' && step.attempts > 0) return 'started';
  return step.published_at === null ? 'accepted' : 'published';
}
