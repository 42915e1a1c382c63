import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Names the packages of the lock file that are absent or of another version. `lock` and `installed`
 * are parsed `package-lock.json` files, the second being npm's own in `node_modules`. Versions are
 * compared, not times: a fresh checkout makes every file look new.
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link && !entry.optional && !entry.devOptional)
    .filter(([path, entry]) => installed.packages[path]?.version !== entry.version)
    .map(([path]) => path.slice('node_modules/'.length));
}

/** Runs `npm ci` unless everything that the lock file names is there. Throws when npm fails. */
export function installMissing(root, say) {
  const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const hidden = 'node_modules/.package-lock.json';
  const installed = existsSync(new URL(hidden, root)) ? read(hidden) : { packages: {} };
  const missing = missingPackages(read('package-lock.json'), installed);
  if (missing.length === 0) return;
  say(`Installing dependencies (${missing.length} missing or outdated)`);
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci ended with code ${status}; its message is above.`);
}
