import type { TopicModel } from '@foundry/messaging/realtime-client';
import type { TopicChange } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { Thing } from './memory-world.js';

const ThingSchema = z.object({ id: z.string(), version: z.int(), text: z.string() });
const Things = z.object({ things: z.array(ThingSchema) });

/** What a screen of things holds: the newest version of each, whatever brought it. */
export class ThingsModel implements TopicModel {
  #things = new Map<string, Thing>();

  replace(data: unknown): void {
    this.#things = new Map(Things.parse(data).things.map((thing) => [thing.id, thing]));
  }

  apply({ type, data }: TopicChange): void {
    if (type !== 'thing') return;
    const thing = ThingSchema.parse(data);
    const held = this.#things.get(thing.id);
    if (!held || held.version < thing.version) this.#things.set(thing.id, thing);
  }

  state(): Thing[] {
    return [...this.#things.values()].toSorted((a, b) => a.id.localeCompare(b.id));
  }
}
