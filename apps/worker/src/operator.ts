import 'reflect-metadata';
import { BootError, Rejection, Unavailable } from '@foundry/messaging';
import { ZodError } from 'zod';
import { doctor } from './doctor/doctor.js';
import { databaseUrlFrom, demonstrationFrom, publicUrlFrom } from './operator/database-url.js';
import { atDesk, OperatorError } from './operator/desk.js';
import { migrateNow } from './operator/migrate-command.js';
import { operatorProgram } from './operator/program.js';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `npm run operator -- <command>`: what an operator does without a browser. Exit code 0 done, 1 not done. */
const program = operatorProgram({
  work: async (job) => atDesk(await databaseUrlFrom(process.env), job),
  migrate: async () => migrateNow(process.env, await databaseUrlFrom(process.env)),
  address: () => publicUrlFrom(process.env),
  demonstration: () => demonstrationFrom(process.env),
  examine: () => doctor(process.env, say),
  say,
});

/** What the operator can do something about is one sentence; everything else is our fault and keeps its stack. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  const expected = [BootError, OperatorError, Rejection, Unavailable].some((kind) => error instanceof kind);
  return expected && error instanceof Error ? error.message : null;
}

try {
  await program.parseAsync();
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
