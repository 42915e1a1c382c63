import type { Actor } from '../../contracts/index.js';
import type { Kernel } from '../../kernel/kernel.js';
import type { CommandSender } from '../../sending/command-sender.js';
import type { ArmedFailpoints } from '../failpoints/armed-failpoints.js';
import { type Answer, Ask, type Order } from './control.js';

export interface OrderParts {
  /** Null in a worker: it does not send. */
  sender: CommandSender | null;
  kernels: readonly Kernel[];
  failpoints: ArmedFailpoints;
}

const ADA: Actor = { kind: 'user', userId: '42', via: 'session' };

/** The far end of the control channel: does what the test asks and answers. */
export function takeOrders(parts: OrderParts): void {
  process.on('message', (message) => {
    const { ask, order } = Ask.parse(message);
    obey(parts, order).then(
      (value) => {
        answer({ kind: 'answer', ask, value: value ?? null });
      },
      (error: unknown) => {
        answer({ kind: 'failure', ask, error: error instanceof Error ? `${error.name}: ${error.message}` : 'failed' });
      },
    );
  });
  // The test is gone, so nobody would end this process.
  process.on('disconnect', () => process.exit(1));
}

export function answer(said: Answer): void {
  process.send?.(said);
}

async function obey({ sender, kernels, failpoints }: OrderParts, order: Order): Promise<unknown> {
  switch (order.act) {
    case 'send': {
      const context = { actor: ADA, ...(order.idempotency ? { idempotency: keyOf(order.idempotency) } : {}) };
      const [accepted] = await sending(sender).send([commandOf(kernels, order)], context);
      return accepted;
    }
    case 'request':
      return sending(sender).request(commandOf(kernels, order), { actor: ADA }, order.timeoutMs);
    case 'arm':
      failpoints.arm(order.arming);
      return null;
    case 'release':
      failpoints.release();
      return null;
    case 'passed':
      return failpoints.timesAt(order.point);
    case 'metric':
      return metric(kernels, order.name);
  }
}

function sending(sender: CommandSender | null): CommandSender {
  if (!sender) throw new Error('A worker does not send; ask the API process.');
  return sender;
}

function commandOf(kernels: readonly Kernel[], order: { name: string; payload: Record<string, unknown> }) {
  const [kernel] = kernels;
  if (!kernel) throw new Error('The kernel is not open yet.');
  return kernel.registry.command(order.name, 1).from(order.payload);
}

const keyOf = ({ key, hash }: { key: string; hash: string }) => ({ key, requestHash: Buffer.from(hash) });

async function metric(kernels: readonly Kernel[], name: string): Promise<number> {
  let total = 0;
  for (const { metrics } of kernels) {
    const found = await metrics.registry.getSingleMetric(name)?.get();
    for (const { value } of found?.values ?? []) total += value;
  }
  return total;
}
