import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a machine sees at this place of its own file system. */
export const HOME_INSIDE = '/home/user';
const AGENT_INSIDE = '/opt/foundry/sandbox-agent';

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

/** Whether machines can be isolated on this host: bubblewrap is there and the kernel lets it work. */
export async function canIsolate(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    await promisify(execFile)('bwrap', [...namespaces(), '--ro-bind', '/', '/', 'true'], { timeout: 5_000 });
    return true;
  } catch (error) {
    // Not there, or not allowed to make namespaces: both mean that it cannot be used.
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
 * read. Its environment is that of the command: values in arguments could be read by everybody on the host.
 */
export function isolated(home: string, agent: string, args: readonly string[]): { command: string; args: string[] } {
  const there = (path: string): string[] => (existsSync(path) ? ['--ro-bind', path, path] : []);
  return {
    command: 'bwrap',
    args: [
      ...namespaces(),
      ...['--hostname', 'sandbox', '--uid', '1000', '--gid', '1000'],
      ...READABLE.flatMap(there),
      ...['--tmpfs', '/etc'],
      ...SETTINGS.flatMap(there),
      ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--tmpfs', '/run'],
      ...['--dir', '/home', '--bind', home, HOME_INSIDE, '--chdir', HOME_INSIDE],
      ...['--ro-bind', agent, AGENT_INSIDE],
      ...['--', AGENT_INSIDE, ...args],
    ],
  };
}
