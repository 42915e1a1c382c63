import { parseArgs } from 'node:util';
import { lengthen, pages } from './long-transcript.js';
import { TurnProduct } from './product.js';
import { WatchedSession } from './turns.js';

/*
 * What a person waits for around a turn, with the demo agent on machines of this host, through the real API and its
 * socket. The targets are those of the design; each number is of one person who does one thing after another.
 */

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '40' },
    cold: { type: 'string', default: '3' },
    sessions: { type: 'string', default: '5' },
    entries: { type: 'string', default: '50000' },
    pages: { type: 'string', default: '40' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0);
function row(what: string, ms: readonly number[], target: string): void {
  const sorted = [...ms].sort((a, b) => a - b);
  say(
    `  ${what.padEnd(58)}${`${at(sorted, 0.5)} / ${at(sorted, 0.95)}`.padStart(14)}${target.padStart(14)}${String(ms.length).padStart(6)}`,
  );
}

const foundry = await TurnProduct.start();
const used: string[] = [];
try {
  const { browser, product, taskIds } = foundry;
  const [accepted, cold, fresh, prompted, shown]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const taskId of taskIds.slice(0, Math.max(1, Number(values.cold)))) {
    used.push(taskId);
    const { session, sent } = await WatchedSession.open(browser, taskId, 'say It begins');
    cold.push((await session.firstToken()) - sent.at);
    await session.ended(1);
    session.close();
  }
  const [warm = ''] = used;
  await browser.send(`/v1/tasks/${warm}/policy`, { policy: 'all' }, 'PUT');
  for (let count = 0; count < Number(values.sessions); count += 1) {
    const { session, sent } = await WatchedSession.open(browser, warm, 'say It begins again');
    fresh.push((await session.firstToken()) - sent.at - sent.acceptedMs);
    await session.ended(1);
    session.close();
  }
  const { session } = await WatchedSession.open(browser, warm, 'say It begins for long');
  await session.ended(1);
  await browser.send(`/v1/sessions/${session.sessionId}/configure`, { mode: 'bypassPermissions' });
  await session.askTime();
  for (let count = 0; count < Number(values.messages); count += 1) {
    const { sent, atAgent, told } = await session.askTime();
    accepted.push(sent.acceptedMs);
    prompted.push(atAgent - sent.at - sent.acceptedMs);
    shown.push(told - atAgent);
  }
  session.close();
  const entries = Number(values.entries);
  await lengthen(product.door, session.sessionId, entries);
  const { tail, back } = await pages(browser, session.sessionId, entries, Number(values.pages));

  say(`  ${'ms'.padEnd(58)}${'p50 / p95'.padStart(14)}${'target'.padStart(14)}${'times'.padStart(6)}`);
  row('message → accepted', accepted, '15 / 60');
  row('accepted → prompt at the agent, machine and session warm', prompted, '150 / 500');
  row('accepted → first word shown, session not started', fresh, '500 / 1500');
  row('message → first word shown, no machine yet', cold, 'none');
  row('agent event → socket', shown, '40 / 150');
  row(`newest page of ${String(entries)} entries`, tail, '150 / 500');
  row(`page back in ${String(entries)} entries`, back, '50 / 150');
} finally {
  await foundry.end(used);
}
