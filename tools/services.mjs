/**
 * Finds the Postgres and the RabbitMQ of the integration tests. In this order: the addresses in
 * DATABASE_URL and AMQP_URL; servers on the standard local ports; servers started here, by docker
 * compose when an engine answers, else as Debian packages when this is root; else advice.
 */
import { startWithDebian, startWithDocker } from './service-starters.mjs';
import { answersAmqp, answersPostgres } from './service-probes.mjs';
import { say } from './command.mjs';

/** What is looked for, and the local addresses it may have: no password, then the development ones. */
export const kinds = [
  {
    name: 'Postgres',
    variable: 'DATABASE_URL',
    answers: answersPostgres,
    local: ['postgres', 'foundry:foundry', 'postgres:postgres'].map(
      (login) => `postgres://${login}@127.0.0.1:5432/postgres`,
    ),
  },
  {
    name: 'RabbitMQ',
    variable: 'AMQP_URL',
    answers: answersAmqp,
    local: ['guest:guest', 'foundry:foundry'].map((login) => `amqp://${login}@127.0.0.1:5672`),
  },
];

/**
 * Asks each address in turn whether it answers. Returns the first that does. An address given by
 * the environment is the only one asked: a wrong one is a mistake to show, not to work around.
 */
export async function locate(kind, environment) {
  const given = environment[kind.variable];
  for (const url of given ? [given] : kind.local) {
    if (await kind.answers(url)) return url;
  }
  return null;
}

function adviceFor(missing, environment) {
  const lines = missing.map(({ name, variable, local }) =>
    environment[variable]
      ? `${variable} is set, but no ${name} answers there: check its host, port and login.`
      : `No ${name} answers on ${new URL(local[0]).host}. Start one, or name one in ${variable}.`,
  );
  return [
    'Integration tests need Postgres 16 or newer and RabbitMQ.',
    ...lines,
    'With docker: docker compose up --detach --wait postgres rabbitmq',
    'On Debian or Ubuntu: sudo apt-get install postgresql rabbitmq-server',
  ].join('\n');
}

async function look(environment) {
  const found = await Promise.all(kinds.map(async (kind) => ({ kind, url: await locate(kind, environment) })));
  return {
    env: Object.fromEntries(found.filter(({ url }) => url).map(({ kind, url }) => [kind.variable, url])),
    missing: found.filter(({ url }) => !url).map(({ kind }) => kind),
  };
}

/**
 * Returns `{ env }` with both variables set, or `{ advice }` with what a person should do. Starts only
 * what no variable names. `starters` are tried in order; each takes the names wanted and returns
 * whether it started them.
 */
export async function findServices(environment = process.env, starters = [startWithDocker, startWithDebian]) {
  let { env, missing } = await look(environment);
  for (const start of starters) {
    const wanted = missing.filter(({ variable }) => !environment[variable]);
    if (wanted.length === 0) break;
    if (!(await start(wanted.map(({ name }) => name)))) continue;
    ({ env, missing } = await look(environment));
  }
  if (missing.length > 0) return { advice: adviceFor(missing, environment) };
  for (const { name, variable } of kinds) say(`${name}: ${withoutPassword(env[variable])}`);
  return { env };
}

/** Shows an address without its password. */
export function withoutPassword(url) {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return shown.href;
}
