import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Found, MachineLabels } from '../provider.js';
import { systemCode } from '../../machine/system-code.js';

const Labels = z.object({
  instance: z.string(),
  organization: z.string(),
  task: z.string(),
  sandbox: z.string(),
  generation: z.int(),
});
const Server = z.object({ pid: z.int(), startedAt: z.string(), port: z.int(), mark: z.string() });
export type Server = z.infer<typeof Server>;

const REF = /^[0-9a-f-]{36}\/g[1-9][0-9]{0,8}$/;
const LABELS = 'machine.json';
const SERVER = 'server.json';

/** The folders of local machines: `<folder>/<sandbox>/g<generation>`, with `home`, labels, and who serves it. */
export class MachineFolders {
  constructor(readonly root: string) {}

  static refOf({ sandbox, generation }: Pick<MachineLabels, 'sandbox' | 'generation'>): string {
    return `${sandbox}/g${String(generation)}`;
  }

  pathOf(ref: string): string {
    if (!REF.test(ref)) throw new Error('This is no local machine.');
    return join(this.root, ref);
  }

  home(ref: string): string {
    return join(this.pathOf(ref), 'home');
  }

  log(ref: string): string {
    return join(this.pathOf(ref), 'server.log');
  }

  /** Labels last, so that a machine that is found is whole. */
  async make(labels: MachineLabels): Promise<string> {
    const ref = MachineFolders.refOf(labels);
    await mkdir(this.home(ref), { recursive: true, mode: 0o700 });
    await this.put(ref, LABELS, labels);
    return ref;
  }

  /** Null: there is no such machine. */
  async labels(ref: string): Promise<MachineLabels | null> {
    return this.get(ref, LABELS, Labels);
  }

  async server(ref: string): Promise<Server | null> {
    return this.get(ref, SERVER, Server);
  }

  async setServer(ref: string, server: Server): Promise<void> {
    await this.put(ref, SERVER, server);
  }

  async forgetServer(ref: string): Promise<void> {
    await rm(join(this.pathOf(ref), SERVER), { force: true });
  }

  async all(): Promise<Found[]> {
    const found: Found[] = [];
    for (const sandbox of await list(this.root)) {
      for (const generation of await list(join(this.root, sandbox))) {
        const ref = `${sandbox}/${generation}`;
        const labels = REF.test(ref) ? await this.labels(ref) : null;
        if (labels) found.push({ ref, labels });
      }
    }
    return found;
  }

  /** Labels first, so that half of a machine is not found again. */
  async remove(ref: string): Promise<void> {
    const path = this.pathOf(ref);
    await rm(join(path, LABELS), { force: true });
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }

  private async put(ref: string, name: string, value: unknown): Promise<void> {
    const path = join(this.pathOf(ref), name);
    await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  private async get<S extends z.ZodType>(ref: string, name: string, schema: S): Promise<z.output<S> | null> {
    try {
      return schema.parse(JSON.parse(await readFile(join(this.pathOf(ref), name), 'utf8')));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }
}

async function list(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return [];
    throw error;
  }
}
