import type { Kernel } from '../kernel/kernel.js';
import type { Consumer } from '../transport/transport.js';

/** Placeholder of the lead: the inspector's author replaces the body, the signature stays. */
export function recordDeadLetters(kernel: Kernel, module: string): Promise<Consumer> {
  return kernel.transport.consumeDead(module, (delivery) => {
    delivery.ack();
  });
}
