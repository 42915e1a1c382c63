import { NotFound, type Tx } from '@foundry/messaging';

/** Sent by a reaction, a schedule or an effect; nobody else may, and they learn nothing. */
export function mustBeFoundry(tx: Tx): void {
  if (tx.actor.kind !== 'system') throw new NotFound('This command');
}
