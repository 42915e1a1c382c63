import type { Diagnosis } from '@foundry/github-data/contracts';
import { examineBroker } from './examine-broker.js';
import { examineConfiguration } from './examine-configuration.js';
import { examineDatabase } from './examine-database.js';
import { examineGithub } from './examine-github.js';
import { examineSandboxes } from './examine-sandboxes.js';
import { linesOf } from './findings.js';
import { surroundingsOf } from './surroundings.js';

/**
 * Looks at a set-up from the outside and says what is wrong, with what to do. It needs nothing to run, so that it can say
 * what does not. At most one delivery of GitHub is sent again by it.
 */
export async function examine(environment: NodeJS.ProcessEnv): Promise<Diagnosis[]> {
  const surroundings = await surroundingsOf(environment);
  return [
    ...examineConfiguration(surroundings),
    ...(await examineDatabase(surroundings)),
    ...(await examineBroker(surroundings)),
    ...(await examineGithub(surroundings)),
    ...examineSandboxes(surroundings),
  ];
}

/** Tells what was found. Returns whether everything works. */
export async function doctor(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<boolean> {
  const found = await examine(environment);
  for (const line of found.flatMap(linesOf)) say(line);
  const count = found.filter(({ state }) => state === 'bad').length;
  say('');
  say(count === 0 ? 'Nothing is wrong.' : `${String(count)} ${count === 1 ? 'thing does' : 'things do'} not work.`);
  return count === 0;
}
