import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Diagnosis } from '@foundry/github-data/contracts';
import { bad, note, ok } from './findings.js';
import type { Surroundings } from './surroundings.js';

const KNOWN = ['e2b', 'docker', 'local'];
const DOCKER_SOCKET = '/var/run/docker.sock';

/** The providers that are configured, as far as that can be seen from here; no machine is started. */
export function examineSandboxes({ environment }: Surroundings): Diagnosis[] {
  const listed = environment['SANDBOX_PROVIDERS']?.trim() ?? '';
  const hasKey = (environment['E2B_API_KEY']?.trim() ?? '') !== '';
  const usual = hasKey ? ['e2b', 'local'] : ['local'];
  const providers = listed === '' ? usual : listed.split(',').map((part) => part.trim());
  return providers.map((provider) => {
    if (provider === 'e2b') return e2b(hasKey);
    if (provider === 'docker') return docker();
    if (provider === 'local') return local(environment['PATH'] ?? '');
    return bad('Sandboxes', `SANDBOX_PROVIDERS names ${provider}.`, `It lists some of ${KNOWN.join(', ')}.`);
  });
}

function e2b(hasKey: boolean): Diagnosis {
  if (hasKey) return ok('Sandboxes, e2b', 'there is a key; whether it is good shows with the first machine');
  return bad(
    'Sandboxes, e2b',
    'It is offered without a key.',
    'Set E2B_API_KEY, or take e2b out of SANDBOX_PROVIDERS.',
  );
}

function docker(): Diagnosis {
  if (existsSync(DOCKER_SOCKET)) return ok('Sandboxes, docker', DOCKER_SOCKET);
  const remedy = 'Start docker on the machine of the worker, or take docker out of SANDBOX_PROVIDERS.';
  return note('Sandboxes, docker', `There is no ${DOCKER_SOCKET} on this machine.`, remedy);
}

function local(path: string): Diagnosis {
  const isolates = path.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, 'bwrap')));
  if (isolates) return ok('Sandboxes, local', 'isolated by bubblewrap');
  return note(
    'Sandboxes, local',
    'bubblewrap is not on this machine, so they are not isolated.',
    'Install bubblewrap.',
  );
}
