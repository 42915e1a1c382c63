import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = new URL('..', import.meta.url);
export const rootPath = fileURLToPath(root);

/** Writes one line for the person at the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Runs a program at the repository's root with its output shown; returns its exit code, 127 when it is not there. */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: rootPath, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program quietly; returns its exit code and all it printed, code 127 when it is not there. */
export function capture(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: rootPath, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', () => resolve({ code: 127, output }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
