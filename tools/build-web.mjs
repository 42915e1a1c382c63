/**
 * Builds the web app with Vite, from `apps/web` to `apps/web/dist`, when anything that it is made of is newer than what was
 * built last: its own files, the contracts and the socket's client, and the lock file.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ofTheApp = ['index.html', 'vite.config.mjs', 'public', 'src'];
const ofModules = ['src/contracts', 'src/realtime-client'];

/** The newest change of a file or of anything in a folder, in milliseconds; 0 when it is not there. */
function newestOf(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}

function newestSource(base) {
  const libs = join(base, 'libs');
  const modules = existsSync(libs) ? readdirSync(libs) : [];
  const paths = [
    ...ofTheApp.map((path) => join(base, 'apps', 'web', path)),
    ...modules.flatMap((name) => ofModules.map((path) => join(libs, name, path))),
    join(base, 'package-lock.json'),
  ];
  return Math.max(...paths.map(newestOf));
}

/** Says whether there is a web app below `base` that has to be built. Reads only. */
export function isWebStale(base) {
  const app = join(base, 'apps', 'web');
  if (!existsSync(join(app, 'vite.config.mjs'))) return false;
  return newestOf(join(app, 'dist', 'index.html')) < newestSource(base);
}

/** Builds it if it has to be. Returns whether it did; throws when Vite refuses a file. */
export async function buildWeb(base) {
  if (!isWebStale(base)) return false;
  const { build } = await import('vite');
  // A test runner that builds says `test`, and people would get React's checks, which run every effect twice.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: join(base, 'apps', 'web'),
      configFile: join(base, 'apps', 'web', 'vite.config.mjs'),
      logLevel: 'warn',
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  return true;
}
