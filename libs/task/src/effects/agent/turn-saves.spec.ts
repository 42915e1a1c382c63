import type { Attempt } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SaveSandbox } from '@foundry/sandbox/contracts';
import { describe, expect, it } from '@jest/globals';
import { ACME, SANDBOX, SESSION, TASK, TURN } from '../../testing/tasks.js';
import { AgentLimits } from './turn-limits.js';
import { TurnSaves } from './turn-saves.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

function begun(isTakenOver = false) {
  const sent: SaveSandbox['payload'][] = [];
  const attempt: Pick<Attempt, 'send' | 'fence'> = {
    fence: 1n,
    send: (_step: string, command: CommandMessage) => {
      if (command instanceof SaveSandbox) sent.push(command.payload);
      return Promise.resolve();
    },
  };
  const payload = {
    ...{ organizationId: ACME, taskId: TASK, sandboxId: SANDBOX, generation: 1, sessionId: SESSION, turnId: TURN },
  };
  const delivery = isTakenOver ? ('sent' as const) : ('none' as const);
  const saves = new TurnSaves({ payload, attempt, limits: new AgentLimits(), row: { delivery } }, 0);
  const over = () => saves.over(sent.at(-1)?.checkpointId ?? '');
  return { saves, sent, over };
}
const edited = { kind: 'edit', status: 'completed' };

describe('the work of a turn is saved while it goes on', () => {
  it('after what may have changed files, and not after what only reads or still runs', () => {
    const { saves } = begun();
    for (const kind of ['read', 'search', 'think', 'fetch']) saves.heard({ kind, status: 'completed' });
    saves.heard({ kind: 'edit', status: 'in_progress' });
    saves.heard(null);
    expect(saves.dueMs).toBe(10 * MINUTE);
    saves.heard(edited);
    expect(saves.dueMs).toBe(15 * SECOND);
  });

  it('one at a time, and at most every 15 seconds', async () => {
    const { saves, sent, over } = begun();
    saves.heard(edited);
    await saves.advance(20 * SECOND);
    expect(sent).toMatchObject([{ reason: 'during_turn', store: false, sandboxId: SANDBOX }]);
    saves.heard(edited);
    expect(saves.dueMs).toBeGreaterThan(60 * SECOND);
    saves.over('another');
    expect(saves.dueMs).toBeGreaterThan(60 * SECOND);
    over();
    expect(saves.dueMs).toBe(35 * SECOND);
    await saves.advance(35 * SECOND);
    over();
    expect(sent).toHaveLength(2);
    expect(saves.dueMs).toBe(10 * MINUTE);
  });

  it('outside the machine every ten minutes, whatever was heard', async () => {
    const { saves, sent, over } = begun();
    await saves.advance(10 * MINUTE);
    over();
    expect(sent).toMatchObject([{ store: true }]);
    expect(saves.dueMs).toBe(20 * MINUTE);
  });

  it('again after one of which nothing was heard any more', async () => {
    const { saves, sent } = begun();
    saves.heard(edited);
    await saves.advance(15 * SECOND);
    saves.heard(edited);
    const givenUp = saves.dueMs;
    await saves.advance(givenUp);
    expect(saves.dueMs).toBeLessThanOrEqual(givenUp);
    await saves.advance(givenUp);
    expect(sent).toHaveLength(2);
  });

  it('by whoever takes over, as nobody knows what was not saved', () => {
    expect(begun(true).saves.dueMs).toBe(15 * SECOND);
  });
});
