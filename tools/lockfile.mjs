/**
 * Completes package-lock.json with the optional packages of other platforms. A registry that lacks some of them
 * lets `npm install` leave them out, and `npm ci` then refuses the lock file on every machine. An entry made here
 * has no checksum; installing on that platform from a full registry adds it.
 *
 * Run `node tools/lockfile.mjs` after `npm install` when lockfile.spec.ts asks for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Whether Node would find `name` from the package at `path` of the lock file. */
function resolves(packages, path, name) {
  if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`]) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return resolves(packages, above === -1 ? '' : path.slice(0, above), name);
}

/** Lists the optional dependencies without an entry, as `{ name, range, parent }`. */
export function missingOptionals({ packages }) {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !resolves(packages, path, name))
      .map(([name, range]) => ({ name, range, parent })),
  );
}

/** Makes the entry of a platform's package; what it runs on stands in its name, as in `core-linux-x64-gnu`. */
export function entryFor({ name, range, parent }) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc'];
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(os.includes('linux') && /(gnu|musl)/.test(name) && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingOptionals(lock);
  const entries = missing.map((one) => [`node_modules/${one.name}`, entryFor(one)]);
  const sorted = [...Object.entries(lock.packages), ...entries].sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  process.stdout.write(`Added ${missing.length} packages of other platforms\n`);
}
