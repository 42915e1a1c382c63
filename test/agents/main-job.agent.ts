import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Person, TaskProduct } from '../task/product.js';
import { AgentJob, command, offerModel, write } from './agent-job.js';

const AGENTS = (process.env['E2E_AGENTS'] ?? '').split(',');
const Commits = z.array(z.looseObject({ commit: z.looseObject({ message: z.string() }) }));

let product: TaskProduct;
let priya: Person;
let tomas: Person;
beforeAll(async () => {
  product = await TaskProduct.start();
  await offerModel(await product.enter('mira-okafor'), process.env['E2E_MODEL_URL'] ?? '');
  [priya, tomas] = [await product.enter('priya-raman'), await product.enter('tomas-vega')];
});
afterAll(() => product.stop());

const owner = (login: string) =>
  z.looseObject({
    task: z.looseObject({
      owner: z.looseObject({ person: z.looseObject({ login: z.literal(login) }), credential: z.literal('ready') }),
    }),
  });
/* In order: every step begins with what the one before it left. */
describe.each(AGENTS)('the main job with %s:', (agent) => {
  const branch = `notes-of/${agent}`;
  let job: AgentJob;
  const newestCommit = async (token: string) =>
    Commits.parse(await job.github(token, `./commits?sha=${branch}&per_page=1`))[0];

  describe('the first message of a task', () => {
    it('brings a machine with it, which edits a file, as the policy of the task lets it', async () => {
      const orders = [write('GREETING.md', 'Written by an agent.'), command('wc -l GREETING.md > COUNT.txt')];
      const text = ['Add notes and count them.', ...orders].join('\n\n');
      job = await AgentJob.begin(product, priya, { repository: 'storefront', branch, agent, text });
      const request = z.looseObject({ tool: z.looseObject({ kind: z.literal('edit') }), byPolicy: z.literal(true) });
      const Answered = z.looseObject({ items: z.tuple([request]) });
      await priya.until(`/v1/tasks/${job.taskId}/permissions?state=answered`, Answered, 120_000);
    });

    it('lets it run a command only when somebody allows it', async () => {
      expect(await job.asked(priya)).toMatchObject({ title: expect.stringContaining('wc -l GREETING.md') });
      const seen = await job.shell(priya, 'cat GREETING.md; ls COUNT.txt 2>/dev/null || echo none');
      expect(seen).toBe('Written by an agent.\nnone');
    });

    it('runs the command when it may, and ends its turn', async () => {
      await job.allow(priya);
      await job.ended(priya);
      expect(await job.shell(priya, 'cat COUNT.txt')).toBe('1 GREETING.md');
      const { body } = await priya.read(`/v1/sessions/${job.sessionId}/transcript`);
      expect(body).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ kind: 'assistant_text', text: 'Done.' })]),
      });
    });

    it('shows in the diff', async () => {
      const Read = z.looseObject({ changes: z.looseObject({ state: z.literal('current'), files: z.literal(2) }) });
      await priya.until(`/v1/tasks/${job.taskId}`, Read, 60_000);
      const { body } = await priya.read(`/v1/tasks/${job.taskId}/changes/patch?path=GREETING.md`);
      expect(body).toMatchObject({ state: 'text', patch: expect.stringContaining('+Written by an agent.') });
    });
  });

  describe('its work, at GitHub', () => {
    it('has the author of the message: her commit, pushed', async () => {
      const { headSha } = await job.operate(priya, 'push', { commitMessage: 'Add notes' });
      const token = await job.token(priya);
      expect(await job.github(token, '/user')).toMatchObject({ login: 'priya-raman' });
      const pushed = { sha: headSha, author: { login: 'priya-raman' }, commit: { message: 'Add notes' } };
      expect(await newestCommit(token)).toMatchObject(pushed);
    });

    it('becomes a pull request of hers', async () => {
      const { number } = await job.operate(priya, 'pull-request', { title: 'Add notes' });
      expect(await job.github(await job.token(priya), `./pulls/${String(number)}`)).toMatchObject({
        user: { login: 'priya-raman' },
        head: { ref: branch },
        state: 'open',
        title: 'Add notes',
      });
    });
  });

  describe('a message of somebody else', () => {
    let before: string;

    it('makes the task work as its author', async () => {
      before = await job.token(priya);
      const sign = 'echo Signed. >> GREETING.md && git commit --quiet --all --message "Sign the notes"';
      const text = `Sign the notes.\n\n${command(sign)}`;
      expect(await job.say(tomas, text)).toMatchObject({ status: 200 });
      await tomas.until(`/v1/tasks/${job.taskId}`, owner('tomas-vega'), 60_000);
      const token = await job.token(tomas);
      expect(token).not.toBe(before);
      expect(await job.github(token, '/user')).toMatchObject({ login: 'tomas-vega' });
    });

    it('leaves nothing of the former owner on the machine', async () => {
      expect(await job.shell(tomas, 'stat -c %a "$HOME/.git-token"')).toBe('600');
      expect(await job.shell(tomas, 'git config user.name')).toBe('Tomás Vega');
      expect(await job.shell(tomas, 'git config user.email')).toMatch(/^\d+\+tomas-vega@/);
      const found = await job.shell(tomas, `grep -rlF '${before}' "$HOME" || echo none`);
      expect(found).toBe('none');
    });

    it('gives the next commit its second author', async () => {
      await job.allow(tomas);
      await job.ended(tomas);
      const { headSha } = await job.operate(tomas, 'push', {});
      const signed = { sha: headSha, author: { login: 'tomas-vega' }, commit: { message: 'Sign the notes' } };
      expect(await newestCommit(await job.token(tomas))).toMatchObject(signed);
    });
  });
});
