import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EffectFailed } from '@foundry/messaging';
import { DEMO_AGENT_PROGRAM } from '../../machine/install-demo-agent.js';
import { systemCode } from '../../machine/system-code.js';

/** Programs of this host that its machines get beside what every machine has. */
export interface MachineTools {
  /** The path that leads to them and to what was there before, as the machine sees it. */
  path: (before: string) => string;
  /** What a machine in namespaces of its own may read, and where it finds it. */
  mounts: readonly { from: string; to: string }[];
}

const INSIDE = '/run/foundry';
const BIN_INSIDE = `${INSIDE}/bin`;
/** Node resolves a package only from a folder of this name. */
const AGENTS_INSIDE = `${INSIDE}/agents/node_modules`;
const DEMO_INSIDE = `${INSIDE}/demo-agent`;

/**
 * Node, the folder of agents, and the demo agent, as far as they are wanted. `launchers` is a folder for the small programs
 * that start them. Throws `sandbox.agents_missing`.
 */
export async function machineTools(
  wanted: { agentsFolder: string | null; demoAgent: boolean },
  launchers: string,
  isIsolated: boolean,
): Promise<MachineTools> {
  const { agentsFolder, demoAgent } = wanted;
  if (agentsFolder !== null && !existsSync(agentsFolder)) {
    throw new EffectFailed('sandbox.agents_missing', `SANDBOX_AGENTS_DIR names ${agentsFolder}, which is not there.`);
  }
  const demo = demoAgent ? await demoLauncher(launchers, isIsolated) : null;
  if (!isIsolated) {
    const folders = [...(demo ? [demo.folder] : []), ...(agentsFolder === null ? [] : [join(agentsFolder, '.bin')])];
    return { path: (before) => [before, ...folders].join(delimiter), mounts: [] };
  }
  const node = { from: process.execPath, to: `${BIN_INSIDE}/node` };
  return {
    // Agents want the Node that this host runs, not an older one of its system; nothing else of theirs goes before it.
    path: (before) => [BIN_INSIDE, before, ...(agentsFolder === null ? [] : [`${AGENTS_INSIDE}/.bin`])].join(':'),
    mounts: [
      ...(demo !== null || agentsFolder !== null ? [node] : []),
      ...(agentsFolder === null ? [] : [{ from: agentsFolder, to: AGENTS_INSIDE }]),
      ...(demo?.mounts ?? []),
    ],
  };
}

/** A program that runs the demo agent with the Node that runs this. */
async function demoLauncher(launchers: string, isIsolated: boolean) {
  const { program, manifest } = demoAgentFiles();
  const folder = join(launchers, isIsolated ? 'isolated' : 'host');
  const file = join(folder, DEMO_AGENT_PROGRAM);
  const [node, main] = isIsolated
    ? [`${BIN_INSIDE}/node`, `${DEMO_INSIDE}/program/main.js`]
    : [process.execPath, join(program, 'main.js')];
  await keepExecutable(folder, file, `#!/bin/sh\nexec ${quoted(node)} ${quoted(main)}\n`);
  const mounts = [
    { from: program, to: `${DEMO_INSIDE}/program` },
    // It says that the program consists of ES modules.
    { from: manifest, to: `${DEMO_INSIDE}/package.json` },
    { from: file, to: `${BIN_INSIDE}/${DEMO_AGENT_PROGRAM}` },
  ];
  return { folder, mounts };
}

/** Where the compiled demo agent lies: beside this file, or in `dist` when this runs from its source. */
function demoAgentFiles(): { program: string; manifest: string } {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const beside = resolve(here, '../../demo-agent');
  const found = [beside, resolve(here, '../../../dist/src/demo-agent')].find((path) =>
    existsSync(join(path, 'main.js')),
  );
  if (found === undefined) {
    throw new EffectFailed('sandbox.demo_agent_missing', 'The demo agent is not built; run npm run build.');
  }
  return { program: found, manifest: resolve(found, '../../../package.json') };
}

/** Renamed into place, so that nobody runs half of it. */
async function keepExecutable(folder: string, file: string, text: string): Promise<void> {
  if ((await textOf(file)) === text) return;
  await mkdir(folder, { recursive: true });
  const half = `${file}.${String(process.pid)}`;
  await writeFile(half, text);
  await chmod(half, 0o755);
  await rename(half, file);
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
