import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { EffectFailed } from '@foundry/messaging';
import { eventually, Wire } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { MachineProvider } from '../../libs/sandbox/src/providers/provider.js';
import { Conversation } from './conversation.js';
import { type Person, TaskProduct } from './product.js';

const BRANCH = 'fix-empty-basket-currency';
const CUTS = 50;
const Gap = z.object({ raw: z.object({ from: z.int(), to: z.int() }) });

let product: TaskProduct;
let priya: Person;
let talk: Conversation;
/** The newest way to an agent server. */
let wire: Wire | null = null;
const wires: Wire[] = [];
/** What a provider that fails has to be, whatever becomes of the test. */
const recover: (() => unknown)[] = [];

beforeAll(async () => {
  product = await TaskProduct.start();
  putWires(product.provider);
  priya = await product.enter('priya-raman');
  talk = await Conversation.on(product, priya, BRANCH);
  await talk.turn(await talk.send('say Here I am.'), 'ended');
}, 180_000);
afterAll(async () => {
  for (const mend of recover) mend();
  await product.stop();
  for (const one of wires) await one.close();
});

/** Everybody reaches agent servers over a wire that can be cut. */
function putWires(provider: MachineProvider): void {
  const direct = provider.ensureServer.bind(provider);
  provider.ensureServer = async (...start) => {
    const endpoint = await direct(...start);
    wire = await Wire.to(endpoint.url);
    wires.push(wire);
    return { ...endpoint, url: wire.url.replace(/\/$/, '') };
  };
}

function cut(): void {
  if (!wire) throw new Error('There is no way to an agent server.');
  wire.cut();
  wire.mend();
}

/** Ends processes of the machine, as the system does when memory runs out. */
async function kill(of: Conversation, word: string): Promise<void> {
  const found = await product.processes((await of.sandbox()).sandboxId, word);
  if (found.length === 0) throw new Error(`No process is ${word}.`);
  for (const pid of found) process.kill(pid, 'SIGKILL');
}

/** A turn that runs until something is lost. */
async function working(of: Conversation): Promise<string> {
  const messageId = await of.send('say Working', 'slow 600');
  await of.turn(messageId, 'running');
  return messageId;
}

/** The next message is answered in the same session. */
async function goesOn(of: Conversation): Promise<void> {
  const messageId = await of.send('say It goes on');
  expect(await of.turn(messageId, 'ended', 180_000)).toMatchObject({ outcome: 'finished' });
  expect(await of.message(messageId)).toMatchObject({ state: 'delivered' });
  expect(await of.said(messageId)).toBe('It goes on\n');
  await of.until(
    () => of.task(),
    ({ status }) => status === 'idle',
  );
}

const rooted = (name: string) => Array.from({ length: 400 }, (_, index) => `${name}${String(index)}`).join(' ');

describe('what an agent says', () => {
  it('is told whole, although the connection is lost at fifty moments of it', async () => {
    let cuts = 0;
    // However slow this machine is, there are turns until there were so many losses.
    for (let round = 0; cuts < CUTS; round += 1) {
      const words = rooted(`r${String(round)}-`);
      const messageId = await talk.send(`say ${words}`);
      let seen = 0;
      for (let isOver = false; !isOver;) {
        const { length } = await talk.said(messageId).catch(() => '');
        if (length > seen) {
          cut();
          cuts += 1;
        }
        seen = length;
        isOver = seen >= words.length;
      }
      expect(await talk.turn(messageId, 'ended')).toMatchObject({ outcome: 'finished' });
      expect(await talk.said(messageId)).toBe(`${words}\n`);
      expect((await talk.items(messageId)).map(({ kind }) => kind)).toEqual(['assistant_text', 'turn']);
    }
  }, 240_000);

  it('is all in the transcript when it is 5,000 things at once, or what is missing is named', async () => {
    const messageId = await talk.send('burst 5000', 'say after it');
    expect(await talk.turn(messageId, 'ended')).toMatchObject({ outcome: 'finished' });
    const items = await talk.items(messageId);
    const gaps = items.flatMap(({ data }) => (data['code'] === 'agent.gap' ? [Gap.parse(data).raw] : []));
    const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const numbers = (await talk.said(messageId))
      .split('\n')
      .filter((line) => /^\d+$/.test(line))
      .map(Number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.length + missing).toBeGreaterThanOrEqual(5_000);
    expect(await talk.said(messageId)).toMatch(/after it\n$/);
  });

  it('is never read by a shell, and neither are names and messages', async () => {
    const names = ['a "b" $(touch x) ü.txt', "it's; `touch x` & 日本.txt", '--help.txt', '*?[x]~^.txt'];
    const said = `Fix "$(touch x)" \\ 'so' ; \`touch x\` – ü 日本`;
    await priya.visitor.send(`/v1/tasks/${talk.taskId}/policy`, { policy: 'all' }, 'PUT');
    const messageId = await talk.send(...names.map((name) => `write ${name}: ${said}`), `commit ${said}`);
    expect(await talk.turn(messageId, 'ended')).toMatchObject({ outcome: 'finished' });
    const { sandboxId } = await talk.sandbox();
    const run = async (...argv: string[]) => {
      const { body } = await priya.visitor.send(`/v1/sandboxes/${sandboxId}/exec`, { argv });
      return z.looseObject({ stdout: z.string() }).parse(body).stdout;
    };
    const committed = await run('git', 'show', '--name-only', '-z', '--format=%s', 'HEAD');
    expect(committed.split('\0').map((line) => line.trim())).toEqual(expect.arrayContaining([said, ...names]));
    expect(await run('git', 'status', '--porcelain')).toBe('');
    for (const name of names) expect(await run('cat', '--', name)).toBe(`${said}\n`);
    // What the platform reads of it has the same names.
    const Changed = z.looseObject({ files: z.array(z.looseObject({ path: z.string() })) });
    await talk.until(
      async () =>
        Changed.parse((await priya.read(`/v1/tasks/${talk.taskId}/changes`)).body).files.map(({ path }) => path),
      (paths) => names.every((name) => paths.includes(name)),
    );
    const title = `$(touch x) "so" 'ü' 日本 <b>; \`x\``;
    const renamed = await priya.visitor.send(`/v1/tasks/${talk.taskId}/title`, { title }, 'PUT');
    expect(renamed).toMatchObject({ status: 200 });
    expect(JSON.stringify((await priya.read(`/v1/tasks/${talk.taskId}`)).body)).toContain(JSON.stringify(title));
  });
});

describe('a turn loses', () => {
  it('its agent, and says so', async () => {
    const messageId = await working(talk);
    await kill(talk, 'demo-agent/main');
    const turn = await talk.turn(messageId, 'ended');
    expect(turn).toMatchObject({ outcome: 'failed', code: 'agent.exited' });
    expect(turn.reason).toContain('The agent ended');
    await goesOn(talk);
  });

  // Both take as long as a machine is waited for, so they are lost at the same time.
  it('its agent server or its whole machine, and the next message has another one', async () => {
    const other = await Conversation.on(product, priya, 'partial-refunds');
    await Promise.all([losesItsServer(talk), losesItsMachine(other)]);
  }, 300_000);

  async function losesItsServer(of: Conversation): Promise<void> {
    const { sandboxId, generation } = await of.sandbox();
    const messageId = await working(of);
    await kill(of, 'sandbox-agent');
    const turn = await of.turn(messageId, 'ended', 180_000);
    expect(['failed agent.exited', 'interrupted machine.unreachable']).toContain(
      `${String(turn.outcome)} ${String(turn.code)}`,
    );
    expect(turn.reason).not.toBeNull();
    await goesOn(of);
    expect(await of.sandbox()).toMatchObject({ sandboxId, generation });
  }

  async function losesItsMachine(of: Conversation): Promise<void> {
    const messageId = await working(of);
    const { ref, generation } = await of.sandbox();
    await product.provider.destroy(ref ?? '', AbortSignal.timeout(30_000));
    expect(await of.turn(messageId, 'ended', 180_000)).toMatchObject({ outcome: 'interrupted' });
    await goesOn(of);
    expect(await of.sandbox()).toMatchObject({ generation: generation + 1 });
  }
});

describe('a machine that never comes', () => {
  it('is waited for until its deadline, and the same message is delivered when somebody tries again', async () => {
    const { provider } = product;
    const create = provider.create.bind(provider);
    recover.push(() => (provider.create = create));
    provider.create = (_, abort) =>
      new Promise((_resolve, reject) => {
        abort.addEventListener('abort', () => {
          reject(new Error('It was given up.'));
        });
      });
    const other = await Conversation.on(product, priya, 'retry-with-jitter');
    const messageId = await other.send('say It came.');
    await other.until(
      () => other.task(),
      ({ status }) => status === 'starting',
    );
    const waiting = z.looseObject({ state: z.literal('provisioning'), deadlineAt: z.string() });
    await other.until(
      () => other.task(),
      ({ sandbox }) => waiting.safeParse(sandbox).success,
    );
    // Its two minutes are over.
    await eventually(async () => {
      const due = await product.installation.sql`update messaging.schedule set due_at = now()
        where key = 'sandbox.deadline:' || (select sandbox_id from task.tasks where task_id = ${other.taskId})
        returning key`;
      expect(due).toHaveLength(1);
    });
    await other.until(
      () => other.task(),
      ({ status }) => status === 'error',
    );
    expect(await other.message(messageId)).toMatchObject({ state: 'queued', waitingFor: 'sandbox' });
    recover.pop()?.();
    const retried = await priya.visitor.send(`/v1/messages/${messageId}/retry`, {});
    expect(retried).toMatchObject({ status: 200 });
    expect(await other.turn(messageId, 'ended')).toMatchObject({ outcome: 'finished' });
    expect(await other.said(messageId)).toBe('It came.\n');
  }, 240_000);
});

describe('a fork', () => {
  it('has no machine until somebody trusts it', async () => {
    const fork = await Conversation.on(product, priya, 'typo-in-readme');
    const messageId = await fork.send('say Trusted.');
    await fork.until(
      () => fork.message(messageId),
      ({ waitingFor }) => waitingFor === 'trust',
    );
    expect(await fork.task()).toMatchObject({ status: 'needs_input', sandbox: null });
    expect(await fork.post('push', { operationId: randomUUID() })).toMatchObject({
      ...{ status: 409, body: { code: 'task.not_trusted' } },
    });
    expect(await fork.post('trust')).toMatchObject({ status: 200 });
    expect(await fork.turn(messageId, 'ended')).toMatchObject({ outcome: 'finished' });
    expect(await fork.task()).toMatchObject({ sandbox: { trusted: true } });
  }, 120_000);
});

describe('a task that is put away', () => {
  it('is away although its machine cannot be ended yet, and comes back on another with work that was not pushed', async () => {
    const { provider } = product;
    const { sandboxId } = await talk.sandbox();
    const before = await talk.send('write kept.txt: not committed', 'run git rev-parse HEAD');
    expect(await talk.turn(before, 'ended')).toMatchObject({ outcome: 'finished' });
    const sha = /[0-9a-f]{40}/.exec(JSON.stringify(await talk.items(before)))?.[0];
    expect(sha).toBeDefined();
    const entries = async () =>
      product.installation.sql`select seq, kind, text from task.items where session_id = ${talk.sessionId}
        and kind in ('user_message', 'assistant_text', 'tool_call') order by seq`;
    const told = await entries();
    const destroy = provider.destroy.bind(provider);
    recover.push(() => (provider.destroy = destroy));
    let refused = 0;
    provider.destroy = () => {
      refused += 1;
      return Promise.reject(new EffectFailed('provider.unavailable', 'The provider answers 500.'));
    };
    expect(await talk.post('archive', { operationId: randomUUID() })).toMatchObject({ status: 200 });
    const going = z.looseObject({ state: z.literal('destroying') });
    await talk.until(
      () => talk.task(),
      ({ sandbox }) => going.safeParse(sandbox).success,
    );
    await eventually(() => {
      expect(refused).toBeGreaterThan(0);
    });
    // A minute and a half later.
    await product.installation.sql`update task.operations set deadline_at = now() where task_id = ${talk.taskId}`;
    await product.installation.sql`update messaging.schedule set due_at = now() where key like 'task.operation:%'`;
    await talk.until(
      () => talk.task(),
      ({ lifecycle }) => lifecycle === 'archived',
    );
    recover.pop()?.();
    await talk.until(
      () => talk.sandbox(),
      ({ state }) => state === 'destroyed',
    );
    expect(await product.processes(sandboxId, 'sandbox-agent')).toEqual([]);
    expect(await entries()).toEqual(told);

    expect(await talk.post('unarchive')).toMatchObject({ status: 200 });
    const after = await talk.send('run git rev-parse HEAD', 'run cat kept.txt');
    expect(await talk.turn(after, 'ended')).toMatchObject({ outcome: 'finished' });
    const seen = JSON.stringify(await talk.items(after));
    expect(seen).toContain(sha);
    expect(seen).toContain('not committed');
    expect((await entries()).slice(0, told.length)).toEqual(told);
  }, 300_000);
});
