/**
 * Compiles every workspace with swc, next to its sources: `apps/<a>/src` to `apps/<a>/dist`, and
 * `libs/<m>/{src,migrations}` to `libs/<m>/dist/{src,migrations}`, because migrations lie beside `src`
 * and are imported from it. Only what is older than its source is written, and what has no source is
 * removed. With `--tests` the programs that tests start (`test`, `src/testing`) are compiled too, never the specs.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = join(root, '.swcrc');
const folders = { product: ['src', 'migrations'], tests: ['src', 'migrations', 'test'] };

/** Lists the files of a folder with all folders below it; none when the folder is not there. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Says where a source of a workspace is compiled to; apps have only `src`, so it is left out of the path. */
export function outputOf(workspace, source) {
  const path = relative(workspace, source).replace(/\.ts$/, '.js');
  const kind = basename(dirname(workspace));
  return join(workspace, 'dist', kind === 'libs' ? path : relative('src', path));
}

function isProgram(file, withTests) {
  if (!file.endsWith('.ts') || file.endsWith('.spec.ts') || file.endsWith('.d.ts')) return false;
  return withTests || !file.split(/[\\/]/).includes('testing');
}

function sourcesOf(workspace, withTests) {
  const wanted = basename(dirname(workspace)) === 'libs' ? folders[withTests ? 'tests' : 'product'] : ['src'];
  return wanted.flatMap((folder) => filesBelow(join(workspace, folder))).filter((file) => isProgram(file, withTests));
}

/** Lists `apps/*`, `libs/*` and `bench`, without the web app, which its own bundler builds. */
export function workspaces(base = root) {
  const grouped = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(base, kind)).map((name) => join(base, kind, name)),
  );
  return [...grouped, join(base, 'bench')].filter(
    (path) => existsSync(join(path, 'package.json')) && basename(path) !== 'web',
  );
}

function pairsOf(base, withTests) {
  return workspaces(base).flatMap((workspace) =>
    sourcesOf(workspace, withTests).map((source) => ({ source, output: outputOf(workspace, source) })),
  );
}

/** Lists what must be compiled and what must go, for the workspaces under `base`. Reads only. */
export function plan(base = root, withTests = false) {
  const newest = Math.max(statSync(settings).mtimeMs, statSync(fileURLToPath(import.meta.url)).mtimeMs);
  const isStale = ({ source, output }) =>
    !existsSync(output) || statSync(output).mtimeMs < Math.max(newest, statSync(source).mtimeMs);
  const pairs = pairsOf(base, withTests);
  const kept = new Set(pairsOf(base, true).flatMap(({ output }) => [output, `${output}.map`]));
  const written = workspaces(base).flatMap((workspace) => filesBelow(join(workspace, 'dist')));
  const isLeftOver = (file) => !kept.has(file) && !file.endsWith('.tmp');
  return { compile: pairs.filter(isStale), remove: written.filter(isLeftOver), total: pairs.length };
}

/** A reader never meets half a file: it is written aside and moved into place. */
function writeWhole(path, text) {
  const aside = `${path}.${process.pid}.tmp`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

async function compile({ source, output }, transform, options) {
  const { code, map } = await transform(readFileSync(source, 'utf8'), {
    ...options,
    swcrc: false,
    filename: source,
    sourceFileName: relative(dirname(output), source),
  });
  mkdirSync(dirname(output), { recursive: true });
  writeWhole(`${output}.map`, map);
  writeWhole(output, `${code}//# sourceMappingURL=${basename(output)}.map\n`);
}

/** Brings every `dist` up to date. Returns how many files were compiled; throws on the first that swc refuses. */
export async function build({ base = root, withTests = false } = {}) {
  const { compile: stale, remove, total } = plan(base, withTests);
  for (const file of remove) rmSync(file, { force: true });
  if (stale.length > 0) {
    const { transform } = await import('@swc/core');
    const { $schema: _, ...options } = JSON.parse(readFileSync(settings, 'utf8'));
    await Promise.all(stale.map((pair) => compile(pair, transform, options)));
  }
  return { compiled: stale.length, removed: remove.length, total };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { compiled, removed, total } = await build({ withTests: process.argv.includes('--tests') });
  const isWebBuilt = await buildWeb(root);
  process.stdout.write(
    `Built ${compiled} of ${total} files${removed > 0 ? `, removed ${removed} stale` : ''}${isWebBuilt ? ', and the web app' : ''}\n`,
  );
}
