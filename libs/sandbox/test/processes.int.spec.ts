import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import {
  CreateProcess,
  DeleteProcess,
  KillProcess,
  ProcessesOf,
  type ProcessView,
  type SandboxView,
  type TerminalOutput,
} from '../src/contracts/index.js';
import { ask } from '@foundry/messaging';
import { QueryBus } from '@nestjs/cqrs';
import { MachineAccess } from '../src/access/machine-access.js';
import { findStarted, PROCESS_MARK } from '../src/effects/find-started.js';
import { ACME, Foundry } from '../src/testing/foundry.js';
import { SandboxProcess } from '../src/domain/sandbox-process.entity.js';
import { DataSource } from 'typeorm';

let foundry: Foundry;
let view: SandboxView;

beforeAll(async () => {
  foundry = await Foundry.start();
  view = await foundry.ready(
    await foundry.git.repository('orders', { 'README.md': 'x\n', '.foundry/setup': '#!/bin/sh\necho set up > made\n' }),
  );
});
afterAll(async () => {
  await foundry.stop();
});

const id = () => ({ organizationId: ACME, sandboxId: view.sandboxId });

async function processView(processId: string): Promise<ProcessView> {
  const source = foundry.kernel.workerApp.get(DataSource, { strict: false });
  const row = await source.getRepository(SandboxProcess).findOneBy({ processId });
  if (!row) throw new Error('There is no such process.');
  return row.view();
}

async function create(argv: string[], more: { cwd?: string; tty?: boolean } = {}): Promise<string> {
  const processId = randomUUID();
  await foundry.handled(new CreateProcess({ ...id(), processId, argv, ...more }));
  return processId;
}

const until = (processId: string, status: ProcessView['status']) =>
  eventually(async () => {
    const process = await processView(processId);
    if (process.status !== status) throw new Error(`It is ${process.status}: ${process.error ?? ''}`);
    return process;
  });

describe('processes', () => {
  it('run in the repository, end with their exit code, and leave the list when asked to', async () => {
    const processId = await create(['sh', '-c', 'test -e README.md && exit 4'], { tty: false });
    expect(await until(processId, 'exited')).toMatchObject({ exitCode: 4 });
    await foundry.handled(new DeleteProcess({ ...id(), processId }));
    await expect(processView(processId)).rejects.toThrow('no such');
  });

  it('are killed with everything that people see of it', async () => {
    const processId = await create(['sleep', '600']);
    await until(processId, 'running');
    await expect(foundry.handled(new DeleteProcess({ ...id(), processId }))).rejects.toThrow('process.running');
    await foundry.handled(new KillProcess({ ...id(), processId, waitSeconds: 2 }));
    expect(await until(processId, 'exited')).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    await expect(foundry.handled(new KillProcess({ ...id(), processId }))).rejects.toThrow('process.ended');
  });

  it('are refused outside the repository, also through a link', async () => {
    for (const cwd of ['../..', '/etc', 'a/../../..']) {
      await expect(create(['true'], { cwd })).rejects.toThrow('process.cwd_invalid');
    }
    await foundry.run(view, 'ln', '-s', '/etc', 'link');
    expect(await until(await create(['true'], { cwd: 'link' }), 'failed')).toMatchObject({
      error: 'process.cwd_invalid',
    });
  });

  it('are at most 64 at once', async () => {
    const { database } = foundry;
    const { sandboxId, generation } = view;
    await database.sql`insert into sandbox.processes (process_id, organization_id, sandbox_id, generation, title, argv,
        shown_argv, cwd, tty, status, origin, created_at, version)
      select gen_random_uuid(), ${ACME}, ${sandboxId}, ${generation}, 'crowd', '["true"]', '["true"]', '.', false,
        'starting', 'user', now(), 1 from generate_series(1, 64)`;
    await expect(create(['true'])).rejects.toThrow('process.limit');
    await database.sql`delete from sandbox.processes where sandbox_id = ${sandboxId} and title = 'crowd'`;
    expect(await until(await create(['true'], { tty: false }), 'exited')).toMatchObject({ exitCode: 0 });
  });

  it('that cannot start say why', async () => {
    expect(await until(await create(['no-such-program']), 'failed')).toMatchObject({ error: 'exec.not_started' });
  });

  it('are made once for one id', async () => {
    const command = { ...id(), processId: randomUUID(), argv: ['sleep', '60'] };
    await foundry.handled(new CreateProcess(command));
    await foundry.handled(new CreateProcess(command));
    await expect(foundry.handled(new CreateProcess({ ...command, argv: ['sleep', '61'] }))).rejects.toThrow(
      'process.id_taken',
    );
    await until(command.processId, 'running');
    const remote = await foundry.run(view, 'sh', '-c', `grep -al ${command.processId} /proc/[0-9]*/environ | wc -l`);
    expect(Number(remote)).toBe(1);
    await foundry.handled(new KillProcess({ ...id(), processId: command.processId }));
  });

  it('that were started without anybody hearing of it are found, running or ended', async () => {
    const open = await foundry.kernel.workerApp.get(MachineAccess, { strict: false }).open(view);
    const cwd = open.repository;
    const find = (processId: string, argv: string[]) =>
      findStarted(open, foundry.database.sql, { processId, argv }, AbortSignal.timeout(60_000));
    const [long, short] = [randomUUID(), randomUUID()];
    const sleeping = ['sleep', '611'];
    const other = await open.server.start({ argv: sleeping, cwd, env: {}, tty: true });
    const running = await open.server.start({ argv: sleeping, cwd, env: { [PROCESS_MARK]: long }, tty: true });
    expect(await find(long, sleeping)).toMatchObject({ id: running.id });
    expect(await find(randomUUID(), sleeping)).toBeNull();
    const ending = ['sh', '-c', 'exit 5'];
    const ended = await open.server.start({ argv: ending, cwd, env: { [PROCESS_MARK]: short }, tty: false });
    await eventually(async () => {
      expect(await find(short, ending)).toMatchObject({ id: ended.id, status: 'exited', exitCode: 5 });
    });
    expect(await find(short, ['sh', '-c', 'exit 6'])).toBeNull();
    for (const { id } of [other, running]) await open.server.signal(id, 'kill', 0);
  });

  it('of the repository’s own setup ran once', async () => {
    const [setup] = await ask(
      foundry.kernel.workerApp.get(QueryBus, { strict: false }),
      new ProcessesOf(view.sandboxId),
    ).then((list) => list.filter(({ origin }) => origin === 'setup'));
    if (setup) await until(setup.processId, 'exited');
    expect(await foundry.run(view, 'cat', 'made')).toBe('set up');
  });
});

describe('a terminal', () => {
  it('shows what was said before and what is said now, to everybody, and takes what is typed', async () => {
    const processId = await create([
      'sh',
      '-c',
      'echo first; while read line; do echo "got $line"; test "$line" = end && exit 3; done',
    ]);
    await until(processId, 'running');
    const [one, two] = [await collect(processId), await collect(processId)];
    await eventually(() => {
      if (!one.text().includes('first') || !two.text().includes('first')) throw new Error('It says nothing yet.');
      return Promise.resolve();
    });
    one.terminal.resize(90, 30);
    one.terminal.write(Buffer.from('hé'));
    one.terminal.write(Buffer.from('llo\n'));
    await eventually(() => {
      if (!two.text().includes('got héllo')) throw new Error(two.text());
      return Promise.resolve();
    });
    const late = await collect(processId);
    two.terminal.write(Buffer.from('end\n'));
    await Promise.all([one.done, two.done, late.done]);
    expect(late.ends()).toEqual([{ kind: 'exit', exitCode: 3 }]);
    for (const seen of [one, two, late]) {
      expect(seen.text().match(/got end/g)).toHaveLength(1);
      expect(seen.text().match(/first/g)).toHaveLength(1);
      expect(seen.text()).not.toContain('stream error');
    }
  });

  async function collect(processId: string) {
    const terminal = await foundry.access.terminal(view, processId);
    const heard: TerminalOutput[] = [];
    const listen = async () => {
      for await (const output of terminal.output) heard.push(output);
    };
    const text = () =>
      Buffer.concat(heard.flatMap((output) => (output.kind === 'bytes' ? [Buffer.from(output.bytes)] : []))).toString();
    const ends = () => heard.filter(({ kind }) => kind === 'exit' || kind === 'lost');
    return { terminal, text, ends, done: listen() };
  }
});
