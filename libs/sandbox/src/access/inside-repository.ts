import { WorkingFolderInvalid } from '../domain/rejections.js';
import { workingFolder } from '../domain/working-folder.js';
import type { MachineAccess, OpenMachine } from './machine-access.js';

/** The folder as the machine sees it, links followed. Rejects with `process.cwd_invalid` what leaves the repository. */
export async function insideRepository(
  access: MachineAccess,
  open: OpenMachine,
  cwd: string,
  abort?: AbortSignal,
): Promise<string> {
  const { repository, home } = open;
  const asked = `${repository}/${workingFolder(cwd)}`;
  const argv = ['readlink', '-f', '--', repository, asked];
  const limit = { timeoutMs: 10_000, ...(abort ? { abort } : {}) };
  const { exitCode, stdout } = await access.execOn(open, { argv, cwd: home, ...limit });
  const [root = '', folder = ''] = stdout.split('\n');
  if (exitCode !== 0 || root === '') throw new WorkingFolderInvalid();
  if (folder !== root && !folder.startsWith(`${root}/`)) throw new WorkingFolderInvalid();
  return folder;
}
