import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fieldsOf } from './json.js';
import type { Turn } from './turn.js';

const OUTPUT_BYTES = 64 * 1024;
const KILL_MS = 1_000;
const running = new Set<ChildProcess>();

/** What came of a tool, in words for the answer. */
export interface Outcome {
  isDone: boolean;
  words: string;
}

const shown = (text: string) => [{ type: 'content', content: { type: 'text', text } }];

/** A file of the repository; null: it is not there. */
export async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(fieldsOf(error)['code']))) return null;
    throw error;
  }
}

/** Reads a file and shows it. Null: it is not there. */
export async function read(turn: Turn, name: string): Promise<string | null> {
  const path = resolve(turn.session.cwd, name);
  const text = await contentOf(path);
  if (text === null) return null;
  const toolCallId = turn.begin('read', `Read ${name}`, { locations: [{ path }], rawInput: { path } });
  turn.progress(toolCallId, 'completed', { content: shown(text.slice(0, 4_000)) });
  return text;
}

/** Writes a file, or removes it with null, once people allow it. */
export async function edit(
  turn: Turn,
  name: string,
  change: (old: string | null) => string | null,
  verb: 'Write' | 'Append to' | 'Delete',
): Promise<Outcome> {
  const { cwd, mode } = turn.session;
  const path = resolve(cwd, name);
  const title = `${verb} ${name}`;
  if (mode === 'plan') return { isDone: false, words: `Planned, not done: ${title}.` };
  const isInside = relative(cwd, path) !== '' && path.startsWith(`${resolve(cwd)}${sep}`);
  const old = isInside ? await contentOf(path) : null;
  const text = change(old);
  const content = [{ type: 'diff', path, oldText: old, newText: text ?? '' }];
  const facts = { locations: [{ path }], rawInput: { path: name }, content };
  const toolCallId = turn.begin('edit', title, facts);
  const failed = (words: string): Outcome => {
    turn.progress(toolCallId, 'failed', { content: shown(words) });
    return { isDone: false, words };
  };
  if (!isInside) return failed(`\`${name}\` is outside of the repository.`);
  if (text === null && old === null) return failed(`There is no \`${name}\`.`);
  if (!(await turn.isAllowed('edit', { toolCallId, title, ...facts })))
    return failed(`\`${name}\` was not allowed to change.`);
  turn.progress(toolCallId, 'in_progress');
  if (text === null) await rm(path);
  else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  turn.progress(toolCallId, 'completed', { content });
  return { isDone: true, words: `${verb === 'Delete' ? 'Deleted' : 'Changed'} \`${name}\`.` };
}

/** Runs a program in the repository, once people allow it; `line` is how they see it. */
export async function run(
  turn: Turn,
  line: string,
  argv: readonly string[] = ['/bin/sh', '-c', line],
): Promise<Outcome> {
  const { cwd, mode } = turn.session;
  if (mode === 'plan') return { isDone: false, words: `Planned, not run: \`${line}\`.` };
  const facts = { rawInput: { command: line, cwd } };
  const toolCallId = turn.begin('execute', line, facts);
  if (!(await turn.isAllowed('execute', { toolCallId, title: line, ...facts }))) {
    turn.progress(toolCallId, 'failed', { content: shown('It was not allowed.') });
    return { isDone: false, words: `\`${line}\` was not allowed.` };
  }
  turn.progress(toolCallId, 'in_progress');
  const { output, exitCode } = await outcomeOf(turn, argv);
  const facts_ = { content: shown(output), rawOutput: { output, exitCode } };
  turn.progress(toolCallId, exitCode === 0 ? 'completed' : 'failed', facts_);
  turn.mustGoOn();
  const said = output.trim() === '' ? '' : `\n\n\`\`\`\n${output.trimEnd().slice(-2_000)}\n\`\`\`\n`;
  return { isDone: exitCode === 0, words: `\`${line}\` ended with ${String(exitCode ?? 'a signal')}.${said}` };
}

/** Ends everything that still runs. */
export function endAll(): void {
  for (const child of running) signal(child, 'SIGKILL');
}

function outcomeOf(turn: Turn, argv: readonly string[]): Promise<{ output: string; exitCode: number | null }> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: turn.session.cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let output = '';
    const add = (part: Buffer) => {
      if (output.length < OUTPUT_BYTES) output += part.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    const onStop = () => {
      signal(child, 'SIGTERM');
      setTimeout(() => {
        signal(child, 'SIGKILL');
      }, KILL_MS).unref();
    };
    turn.signal.addEventListener('abort', onStop);
    child.once('error', reject);
    child.once('close', (exitCode) => {
      running.delete(child);
      turn.signal.removeEventListener('abort', onStop);
      resolve({ output, exitCode });
    });
  });
}

/** To the program and what it started: they are a group of their own. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (fieldsOf(error)['code'] !== 'ESRCH') throw error;
  }
}
