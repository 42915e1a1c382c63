import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import {
  InstallOwnerCredential,
  RecreateSandbox,
  ReleaseCredential,
  RemoveOwnerCredential,
  type SandboxView,
} from '../src/contracts/index.js';
import { GivenCredentials } from '../src/testing/credentials.js';
import { ACME, Foundry } from '../src/testing/foundry.js';

const [ANA, BEN] = ['42', '77'];
/** How often the two take turns: few with every run, 100 when somebody asks (`SWAPS=100`). */
const SWAPS = Number(process.env['SWAPS'] ?? 4);
let foundry: Foundry;
let repository: string;
let view: SandboxView;

beforeAll(async () => {
  foundry = await Foundry.start();
  repository = await foundry.git.repository('orders');
  foundry.git.tokens = GivenCredentials.live;
  view = await foundry.ready(repository);
});
afterAll(async () => {
  await foundry.stop();
});

const id = () => ({ organizationId: ACME, sandboxId: view.sandboxId });

async function credential(state: string, userId: string | null) {
  return eventually(async () => {
    const { credential: present } = await foundry.view(view.sandboxId);
    if (present.state !== state || present.userId !== userId) throw new Error(`It is ${JSON.stringify(present)}.`);
    return present;
  });
}

const isNamed = (needIds: unknown, needId: string) => Array.isArray(needIds) && needIds.includes(needId);

/** Until it is told that this need has what it needs. */
async function install(userId: string, needId: string): Promise<void> {
  await foundry.handled(new InstallOwnerCredential({ ...id(), userId, needId, kind: 'turn' }));
  await eventually(() => {
    const told = foundry.told.some(
      ({ name, payload }) => name === 'sandbox.credentialInstalled' && isNamed(payload['needIds'], needId),
    );
    if (!told) throw new Error(`Nobody told of ${needId}.`);
    return Promise.resolve();
  });
}

/** Every file of the machine and every environment of its processes that holds the word. */
const hunt = (word: string) =>
  foundry.run(
    view,
    'sh',
    '-c',
    `cd "$HOME"; grep -rlF '${word}' . || true; grep -alF '${word}' /proc/[0-9]*/environ 2>/dev/null || true`,
  );

const tokenOf = (userId: string) =>
  [...GivenCredentials.leases.values()].find((lease) => lease.userId === userId && !lease.isEnded);

describe('the credential of the owner', () => {
  it('is on the machine in one file of its own, and git uses it', async () => {
    await install(ANA, 'turn-1');
    const token = tokenOf(ANA)?.token ?? '';
    expect(await hunt(token)).toBe('./.git-token');
    expect(await foundry.run(view, 'sh', '-c', 'stat -c %a "$HOME/.git-token"')).toBe('600');
    await foundry.access.git(view, { args: ['fetch', '--quiet', 'origin'], as: 'owner', timeoutMs: 60_000 });
    expect(foundry.git.visits.at(-1)).toMatchObject({ token, allowed: true });
    expect(foundry.audit.kinds).toContain('credential.installed');
  });

  it('gives way to another person, whose work alone it then is', async () => {
    for (const [turn, userId] of Array.from({ length: SWAPS }, (_, turn) => (turn % 2 === 0 ? ANA : BEN)).entries()) {
      const before = [...GivenCredentials.leases.values()].filter((lease) => lease.userId !== userId);
      await install(userId, `swap-${String(turn)}`);
      await foundry.run(view, 'git', 'fetch', '--quiet', 'origin');
      expect(foundry.git.visits.at(-1)).toMatchObject({ token: tokenOf(userId)?.token, allowed: true });
      for (const { token, isEnded } of before) {
        expect(isEnded).toBe(true);
        expect(await hunt(token)).toBe('');
      }
    }
  });

  it('is nobody’s when it is refused', async () => {
    GivenCredentials.refused.set('99', 'repository.access_denied');
    await foundry.handled(new InstallOwnerCredential({ ...id(), userId: '99', needId: 'refused', kind: 'turn' }));
    expect(await credential('failed', '99')).toMatchObject({ code: 'repository.access_denied' });
    expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c git-token || true')).toBe('0');
    await foundry.tells(view.sandboxId, 'sandbox.credentialFailed');
  });

  it('leaves the machine at once when the person may not any more', async () => {
    await install(ANA, 'removed');
    await foundry.handled(new RemoveOwnerCredential({ ...id(), userId: BEN, reason: 'member_removed' }));
    expect((await foundry.view(view.sandboxId)).credential.state).toBe('installed');
    await foundry.handled(new RemoveOwnerCredential({ ...id(), userId: ANA, reason: 'member_removed' }));
    await credential('none', null);
    expect(tokenOf(ANA)).toBeUndefined();
    expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c git-token || true')).toBe('0');
  });

  it('plans to leave a minute after its last need, and stays for another', async () => {
    await install(ANA, 'a');
    await install(ANA, 'b');
    const planned = async () =>
      foundry.database.sql`select due_at from messaging.schedule where key = ${`sandbox.credential:${view.sandboxId}`}`;
    await foundry.handled(new ReleaseCredential({ ...id(), needId: 'a' }));
    expect(await planned()).toEqual([]);
    await foundry.handled(new ReleaseCredential({ ...id(), needId: 'b' }));
    expect(await planned()).toHaveLength(1);
    await install(ANA, 'c');
    expect(await planned()).toEqual([]);
  });

  it('is gone a minute after its last need, and the lease with it', async () => {
    await install(ANA, 'last');
    await foundry.handled(new ReleaseCredential({ ...id(), needId: 'last' }));
    await foundry.handled(new ReleaseCredential({ ...id(), needId: 'c' }));
    await foundry.due(`sandbox.credential:${view.sandboxId}`);
    await credential('none', null);
    expect(tokenOf(ANA)).toBeUndefined();
    expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c git-token || true')).toBe('0');
  });

  it('does not come along to another machine, and is asked for there again', async () => {
    await install(ANA, 'before');
    await foundry.handled(new RecreateSandbox(id()));
    const former = [...GivenCredentials.leases.values()].filter(({ isEnded }) => !isEnded);
    view = await foundry.until(view.sandboxId, 'ready');
    expect(view).toMatchObject({ generation: 2, credential: { state: 'none' } });
    expect(await foundry.run(view, 'sh', '-c', 'ls -a "$HOME" | grep -c git-token || true')).toBe('0');
    await eventually(() => {
      expect(former.every(({ isEnded }) => isEnded)).toBe(true);
    });
    await install(ANA, 'after');
    await foundry.run(view, 'git', 'fetch', '--quiet', 'origin');
    expect(foundry.git.visits.at(-1)).toMatchObject({ token: tokenOf(ANA)?.token, allowed: true });
  });
});
