import type { Pool } from 'pg';
import { z } from 'zod';
import type { Transport } from '../transport/transport.js';
import { wakeUp } from './wake-up.js';

const Sleeping = z.object({ id: z.string(), name: z.string(), entityId: z.string() });

/** The leader's look for effects that nobody works on although they could run. */
export class WakeDue {
  /** When each was woken last: a busy worker may need a while, and a wake-up a second would only pile up. */
  private readonly woken = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly transport: Transport,
  ) {}

  /** `everything`: after a start on the in-process wire, whose wake-ups were lost with the former process. */
  async look(everything = false): Promise<void> {
    const { rows } = await this.pool.query(
      `select id, name, entity_id as "entityId" from messaging.effect
       where (state in ('requested', 'waiting') and next_attempt_at <= clock_timestamp()
           and ($1 or state = 'waiting' or created_at < clock_timestamp() - interval '4 seconds'))
         or (state = 'running' and lease_until < clock_timestamp())
       order by next_attempt_at limit 500`,
      [everything],
    );
    const now = Date.now();
    for (const [id, at] of this.woken) if (now - at > 5_000) this.woken.delete(id);
    for (const row of rows) {
      const effect = Sleeping.parse(row);
      if (this.woken.has(effect.id)) continue;
      this.woken.set(effect.id, now);
      await wakeUp(this.transport, effect);
    }
  }
}
