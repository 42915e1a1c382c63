import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** What a machine sees at this place of its own file system. */
export const HOME_INSIDE = '/home/user';
const AGENT_INSIDE = '/run/foundry/sandbox-agent';

/** Parts of the host that every machine may read: programs, libraries, certificates. Nothing of any person. */
const READABLE = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/opt'];
const SETTINGS = [
  'alternatives',
  'ca-certificates',
  'ca-certificates.conf',
  'hosts',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'localtime',
  'nsswitch.conf',
  'pki',
  'resolv.conf',
  'ssl',
  'terminfo',
].map((name) => `/etc/${name}`);

/** Where bubblewrap is: a machine's own path does not lead there. */
function program(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'bwrap')).find((path) => existsSync(path)) ?? null;
}

/** Whether machines can be isolated on this host: bubblewrap is there and the kernel lets it work. */
export async function canIsolate(): Promise<boolean> {
  const bubblewrap = program();
  if (process.platform !== 'linux' || bubblewrap === null) return false;
  try {
    await promisify(execFile)(bubblewrap, [...namespaces(), '--ro-bind', '/', '/', 'true'], { timeout: 5_000 });
    return true;
  } catch (error) {
    // It ended badly: the kernel does not let it make namespaces.
    if (typeof error === 'object' && error !== null && 'code' in error) return false;
    throw error;
  }
}

const namespaces = (): string[] => [
  '--unshare-user',
  '--unshare-pid',
  '--unshare-ipc',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--new-session',
];

/**
 * The command that runs the agent server as a user of its own in namespaces of its own, seeing its home and what all may
 * read, and `mounts`. Its environment is that of the command: values in arguments could be read by everybody on the host.
 */
export function isolated(
  home: string,
  agent: string,
  mounts: readonly { from: string; to: string }[],
  args: readonly string[],
): { command: string; args: string[] } {
  const there = (path: string): string[] => (existsSync(path) ? ['--ro-bind', path, path] : []);
  return {
    command: program() ?? 'bwrap',
    args: [
      ...namespaces(),
      ...['--hostname', 'sandbox', '--uid', '1000', '--gid', '1000'],
      ...READABLE.flatMap(there),
      ...['--tmpfs', '/etc'],
      ...SETTINGS.flatMap(there),
      ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--tmpfs', '/run'],
      ...['--dir', '/home', '--bind', home, HOME_INSIDE, '--chdir', HOME_INSIDE],
      ...['--ro-bind', agent, AGENT_INSIDE],
      ...mounts.flatMap(({ from, to }) => ['--ro-bind', from, to]),
      ...['--', AGENT_INSIDE, ...args],
    ],
  };
}
