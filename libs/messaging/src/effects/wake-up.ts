import { moduleOf } from '../contracts/index.js';
import type { Transport } from '../transport/transport.js';

/** Tells some worker to look at an effect. Losing it costs seconds: due and lapsed effects are looked for anyway. */
export async function wakeUp(
  transport: Transport,
  effect: { id: string; name: string; entityId: string },
): Promise<void> {
  await transport.publish([
    {
      kind: 'effect',
      module: moduleOf(effect.name),
      partition: null,
      entityId: effect.entityId,
      id: effect.id,
      name: effect.name,
      body: JSON.stringify({ id: effect.id, name: effect.name }),
    },
  ]);
}
