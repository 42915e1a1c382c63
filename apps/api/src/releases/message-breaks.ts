import type { ModuleManifest } from '@foundry/messaging';
import { z } from 'zod';
import { isSchema } from '../openapi/json-schema.js';
import { schemaBreaks } from './schema-breaks.js';

const Contract = z.object({
  kind: z.enum(['command', 'event', 'effect']),
  v: z.int().min(1),
  /** The payload's field that names the entity, and with it the queue and the order. */
  entity: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** No longer sent: what took its place. */
  retiring: z.string().min(1).optional(),
});

/** Every message of a release by its name. */
export const MessageContracts = z.record(z.string(), Contract);
export type MessageContracts = z.infer<typeof MessageContracts>;

interface Told {
  name: string;
  entity: string;
  upcasts?: readonly unknown[];
  payload: z.ZodType;
}

/**
 * What these modules send and read, and what of it they only read any more. Throws when `retiring` names what they do not
 * even read: that is gone, and its entry should be too.
 */
export function contractsOf(
  manifests: readonly ModuleManifest[],
  retiring: Readonly<Record<string, string>> = {},
): MessageContracts {
  const all = manifests.flatMap(({ commands, events, effects }) => [
    ...commands.map(({ definition }) => contractOf('command', definition)),
    ...events.map(({ definition }) => contractOf('event', definition)),
    ...effects.map(({ definition }) => contractOf('effect', definition)),
  ]);
  const contracts = MessageContracts.parse(Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b))));
  for (const [name, successor] of Object.entries(retiring)) {
    const contract = contracts[name];
    if (!contract) throw new Error(`${name} is retiring, and nothing reads it; remove one or bring back the other.`);
    contract.retiring = successor;
  }
  return contracts;
}

function contractOf(kind: string, { name, entity, upcasts = [], payload }: Told): [string, unknown] {
  const written = z.toJSONSchema(payload, {
    io: 'input',
    unrepresentable: 'any',
    // A plain object ignores what it does not know; only a strict one refuses it.
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
    },
  });
  return [name, { kind, v: upcasts.length + 1, entity, payload: written }];
}

const STAYS = 'it stays accepted for one release after the last one that sends it, named in retiring.ts';

/** One sentence for each message that a process of the last release and one of this could not exchange. */
export function messageBreaks(before: MessageContracts, now: MessageContracts): string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = now[name];
    if (!is) return was.retiring === undefined ? [`${name} is gone; ${STAYS}`] : [];
    const place = [
      ...(is.kind === was.kind ? [] : [`${name} was a ${was.kind} and is a ${is.kind}; give it another name`]),
      ...(is.entity === was.entity ? [] : [`${name} belongs to another entity: ${is.entity}, not ${was.entity}`]),
    ];
    if (is.v < was.v) return [...place, `${name} is version ${String(is.v)}; ${String(was.v)} was sent already`];
    if (is.v > was.v || !isSchema(was.payload) || !isSchema(is.payload)) return place;
    const [first, second] = [was.payload, is.payload].map((schema) => ({ schema, root: schema }));
    if (!first || !second) return place;
    const changes = schemaBreaks(first, second, 'message', name);
    return [...place, ...changes.map((change) => `${change}; add a version with an upcast`)];
  });
}
