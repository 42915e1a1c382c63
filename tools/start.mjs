/**
 * `npm start`: installs what is missing, builds what is out of date, and runs the product on its
 * embedded parts. Plain Node: it starts before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, rootPath, say } from './command.mjs';
import { installMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { oncePerPress } from './signals.mjs';

const program = join(rootPath, 'apps', 'standalone', 'dist', 'main.js');
const lifeline = new URL('lifeline.mjs', import.meta.url).href;

requireNode(root);
try {
  installMissing(root, say);
  const { build } = await import('./build.mjs');
  await build();
  const { buildWeb } = await import('./build-web.mjs');
  await buildWeb(rootPath);
  if (!existsSync(program)) throw new Error('apps/standalone/src/main.ts is missing, so there is nothing to start.');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// Not before: what stands there is for the product, not for the installation.
await import('./settings.mjs');

// The product gets a process group of its own: a terminal sends Ctrl-C to the whole group and npm passes
// it on once more, and a second signal means "at once" to the product.
const child = spawn(process.execPath, ['--enable-source-maps', `--import=${lifeline}`, program], {
  cwd: rootPath,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  detached: process.platform !== 'win32',
});
const forward = oncePerPress((signal) => child.kill(signal));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => forward(signal === 'SIGHUP' ? 'SIGTERM' : signal));
}
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
