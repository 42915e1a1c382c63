import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { productAddresses } from '@foundry/demo';
import { eventually } from '@foundry/messaging/testing';
import { z } from 'zod';
import { systemCode } from '../../libs/sandbox/src/machine/system-code.js';
import type { MachineProvider } from '../../libs/sandbox/src/providers/provider.js';
import { Providers } from '../../libs/sandbox/src/providers/providers.js';
import { appEnvironment, SetUpInstallation } from '../set-up/installation.js';
import { Visitor } from '../set-up/visitor.js';

const Tasks = z.object({ items: z.array(z.looseObject({ id: z.string(), virtual: z.boolean(), branch: z.string() })) });
const Instance = z.tuple([z.object({ id: z.string() })]);
/** What the demonstration GitHub has open, by one of its organization's people. */
const PULL_REQUESTS = 11;

/** The whole product beside the demonstration GitHub, with machines on this host. */
export class TaskProduct {
  private constructor(
    readonly installation: SetUpInstallation,
    private readonly folder: string,
  ) {}

  static async start(): Promise<TaskProduct> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-tasks-'));
    const installation = await SetUpInstallation.start({
      github: (url) => ({ app: productAddresses(url) }),
      environment: (github) => ({
        ...appEnvironment(github),
        SANDBOX_PROVIDERS: 'local',
        SANDBOX_LOCAL_DIR: folder,
        SANDBOX_LOCAL_UNISOLATED: '1',
      }),
    });
    return new TaskProduct(installation, folder);
  }

  /** Signs somebody of the demonstration in, and waits until the list of their organization is whole. */
  enter(login: string): Promise<Person> {
    return Person.enter(this.installation.url, login);
  }

  /** Where its machines run. */
  get provider(): MachineProvider {
    return this.installation.worker.get(Providers, { strict: false }).get('local');
  }

  /** Processes of one of its machines whose command line holds the word; none of anybody else. */
  async processes(sandboxId: string, word: string): Promise<number[]> {
    const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const ours = await Promise.all(all.map((pid) => this.isOf(join(this.folder, sandboxId), pid, word)));
    return all.flatMap((pid, index) => (ours[index] ? [Number(pid)] : []));
  }

  private async isOf(machine: string, pid: string, word: string): Promise<boolean> {
    try {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      return line.includes(word) && (await readFile(`/proc/${pid}/environ`, 'utf8')).includes(machine);
    } catch (error) {
      // It ended meanwhile, or is another user's.
      if (['ENOENT', 'ESRCH', 'EACCES'].includes(systemCode(error) ?? '')) return false;
      throw error;
    }
  }

  /** Ends every machine that was made, whatever became of its sandbox. */
  async stop(): Promise<void> {
    const { sql } = this.installation;
    const { provider } = this;
    const [{ id }] = Instance.parse(await sql`select instance_id as id from sandbox.instance`);
    await this.installation.stop();
    const abort = AbortSignal.timeout(60_000);
    for (const { ref } of await provider.find({ instance: id }, abort)) await provider.destroy(ref, abort);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Somebody who is signed in, in their first organization. */
export class Person {
  constructor(
    readonly visitor: Visitor,
    readonly organizationId: string,
  ) {}

  /** Signs somebody of the demonstration in at `url`, and waits until the list of their organization is whole. */
  static async enter(url: string, login: string): Promise<Person> {
    const visitor = new Visitor(url);
    await visitor.signIn(login);
    return eventually(async () => {
      const { organizations } = await visitor.app();
      const [organization] = organizations;
      if (!organization) throw new Error('No organization yet.');
      const person = new Person(visitor, organization.id);
      if ((await person.tasks()).length < PULL_REQUESTS) throw new Error('Not all pull requests are there yet.');
      return person;
    }, 90_000);
  }

  async tasks() {
    const { items } = Tasks.parse((await this.read(`/v1/organizations/${this.organizationId}/tasks`)).body);
    return items;
  }

  async read(path: string): Promise<{ status: number; body: unknown }> {
    const { status, text } = await this.visitor.open(path);
    return { status, body: JSON.parse(text) };
  }

  /** What a path answers as soon as it fits; until then it is read again. */
  async until<S extends z.ZodType>(path: string, schema: S, withinMs = 90_000): Promise<z.output<S>> {
    return eventually(async () => {
      const { status, body } = await this.read(path);
      // Whoever asks as often as this is told to wait.
      if (status === 429) await wait(1_000);
      const parsed = schema.safeParse(body);
      if (!parsed.success) throw new Error(`${path} is not so far: ${JSON.stringify(body).slice(0, 1_500)}`);
      return parsed.data;
    }, withinMs);
  }
}
