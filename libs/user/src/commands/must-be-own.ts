import { NotFound, type Tx } from '@foundry/messaging';
import { NotByToken } from '../domain/rejections.js';

/** Tokens belong to the person themselves, in the browser; the operator's command line acts for those it serves. */
export function mustBeOwn(tx: Tx, userId: string): void {
  const { actor } = tx;
  if (actor.kind === 'system') return;
  if (actor.userId !== userId) throw new NotFound('This user');
  if (actor.via === 'api_token') throw new NotByToken();
}
