import { chmod, constants, access, copyFile, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EffectFailed } from '@foundry/messaging';
import { systemCode } from '../../machine/system-code.js';

/** The version that is installed from npm, and that everything here was measured with. */
export const AGENT_SERVER_VERSION = '0.4.2';

/**
 * The agent server's program: the one that is named, else npm's for this platform. npm unpacks it without the right to
 * run it, so a copy that may be run is kept in `folder`.
 */
export async function agentBinary(named: string | null, folder: string): Promise<string> {
  if (named !== null) return named;
  const packaged = packagedBinary();
  if (await isExecutable(packaged)) return packaged;
  const copy = join(folder, `sandbox-agent-${AGENT_SERVER_VERSION}`);
  if (await isExecutable(copy)) return copy;
  await mkdir(folder, { recursive: true });
  // Renamed into place, so that nobody runs half a copy.
  const half = `${copy}.${String(process.pid)}`;
  await copyFile(packaged, half);
  await chmod(half, 0o755);
  await rename(half, copy);
  return copy;
}

function packagedBinary(): string {
  const from = createRequire(import.meta.url);
  const name = `@sandbox-agent/cli-${process.platform}-${process.arch}`;
  try {
    const cli = createRequire(from.resolve('@sandbox-agent/cli/package.json'));
    return join(dirname(cli.resolve(`${name}/package.json`)), 'bin', 'sandbox-agent');
  } catch (error) {
    if (systemCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new EffectFailed(
      'sandbox.agent_server_missing',
      `npm has no ${name} here; install it, or set SANDBOX_AGENT_BIN to an agent server ${AGENT_SERVER_VERSION}.`,
    );
  }
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes(systemCode(error) ?? '')) return false;
    throw error;
  }
}
