import { describe, expect, it } from '@jest/globals';
import {
  CancelCommand,
  DiscardDeadLetter,
  Prune,
  PruneHistory,
  RecordPruning,
  RetryDeadLetter,
  RetryEffect,
} from '../contracts/index.js';
import { Registry } from '../registry/registry.js';
import { decidedBy } from '../testing/decision/index.js';
import { CancelCommandHandler } from './cancel-command.handler.js';
import { DiscardDeadLetterHandler } from './discard-dead-letter.handler.js';
import { KERNEL_MANIFEST } from './kernel-manifest.js';
import { PruneHistoryHandler } from './prune-history.handler.js';
import { RecordPruningHandler } from './record-pruning.handler.js';
import { RetryDeadLetterHandler } from './retry-dead-letter.handler.js';
import { RetryEffectHandler } from './retry-effect.handler.js';

const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const registry = new Registry([KERNEL_MANIFEST]);
const letter = (more: object = {}) => ({
  id: ID,
  source: 'broker',
  module: 'messaging',
  organization_id: null,
  envelope: null,
  attempts: 1,
  state: 'open',
  ...more,
});
const effect = (state: string) => ({
  id: ID,
  name: 'messaging.prune',
  v: 1,
  module: 'messaging',
  organization_id: null,
  payload: { scope: 'deltas' },
  state,
  attempt: 1,
  correlation_id: ID,
  on_behalf_of: null,
  hop: 1,
  traceparent: null,
});

describe('the kernel’s own commands', () => {
  it('ask for pruning as an effect, because it takes longer than a command may', () =>
    decidedBy(new PruneHistoryHandler())()
      .when(new PruneHistory({ scope: 'history' }))
      .thenAsks(new Prune({ scope: 'history' })));

  it('keep what a pruning did as their result', async () => {
    const report = { removed: { commands: 3 }, unfinished: false, failure: null };
    const { result } = await decidedBy(new RecordPruningHandler())()
      .when(new RecordPruning({ scope: 'history', ...report }))
      .then([]);
    expect(result).toEqual(report);
  });

  it('refuse to retry a letter that somebody discarded', () =>
    decidedBy(new RetryDeadLetterHandler(registry))()
      .answering([letter({ state: 'discarded' })])
      .when(new RetryDeadLetter({ deadLetterId: ID }))
      .thenRejected('dead_letter.resolved'));

  it('refuse to retry a letter without a message in it', () =>
    decidedBy(new RetryDeadLetterHandler(registry))()
      .answering([letter()])
      .when(new RetryDeadLetter({ deadLetterId: ID }))
      .thenRejected('dead_letter.unreadable'));

  it('refuse to retry the letter of a reaction that is not in this release', () => {
    const cause = {
      id: ID,
      kind: 'command',
      name: 'gone.act',
      v: 1,
      entityId: '1',
      organizationId: null,
      payload: {},
      actor: { kind: 'system', module: 'gone' },
      correlationId: ID,
      causationId: null,
      hop: 0,
      seq: '1',
      deadline: null,
      replyTo: null,
      traceparent: null,
      acceptedAt: '2030-01-01T12:00:00.000Z',
    };
    const envelope = { event: 'gone.told', eventId: ID, reaction: 'Gone', payload: {}, cause };
    return decidedBy(new RetryDeadLetterHandler(registry))()
      .answering([letter({ source: 'reaction', envelope })])
      .when(new RetryDeadLetter({ deadLetterId: ID }))
      .thenRejected('dead_letter.unreadable');
  });

  it('put the entry about a discarded letter into the log of its organization', () =>
    decidedBy(new DiscardDeadLetterHandler())()
      .answering([letter({ organization_id: '9919' })], [])
      .when(new DiscardDeadLetter({ deadLetterId: ID, reason: 'Sent by mistake.' }))
      .thenAudits({ streamId: '9919', details: { module: 'messaging', reason: 'Sent by mistake.' } }));

  it('retry only an effect that gave up', () =>
    decidedBy(new RetryEffectHandler(registry))()
      .answering([effect('succeeded')])
      .when(new RetryEffect({ effectId: ID }))
      .thenRejected('effect.not_given_up'));

  it('know no command that was never sent', () =>
    decidedBy(new CancelCommandHandler())()
      .answering([])
      .when(new CancelCommand({ commandId: ID }))
      .thenRejected('resource.not_found'));
});
