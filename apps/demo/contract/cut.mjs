/**
 * Cuts what the stand-in serves out of GitHub's own REST description and writes `github-rest.json`, so that the
 * contract test needs no package of 385 MB. With `--check` it only says whether the file still is that cut.
 * `node apps/demo/contract/cut.mjs <folder of @octokit/openapi>`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from './routes.mjs';

const target = new URL('github-rest.json', import.meta.url);
const [folder, mode] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder of @octokit/openapi 23.0.2, e.g. node_modules/@octokit/openapi');

const description = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8'));
const at = (reference) =>
  reference
    .slice(2)
    .split('/')
    .reduce((value, key) => value[key], description);

/** Texts and examples are not part of the contract. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !['example', 'examples', 'x-github', 'externalDocs'].includes(key) &&
      !((key === 'description' || key === 'title') && typeof inner === 'string'),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

function responsesOf(operation) {
  const [method, path] = operation.split(' ');
  const { responses } = description.paths[path][method.toLowerCase()];
  const bodies = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, response]) => [status, response.$ref ? at(response.$ref) : response])
    .map(([status, response]) => [status, bare(response.content?.['application/json']?.schema ?? {})]);
  return Object.fromEntries(bodies);
}

const schemas = {};
function collect(value) {
  if (typeof value !== 'object' || value === null) return;
  const name = typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : null;
  if (name && !schemas[name]) {
    schemas[name] = bare(at(value.$ref));
    collect(schemas[name]);
  }
  Object.values(value).forEach(collect);
}

const responses = Object.fromEntries(operations.map((operation) => [operation, responsesOf(operation)]));
collect(responses);
const cut = { source: '@octokit/openapi 23.0.2, api.github.com (MIT)', responses, components: { schemas } };
const text = `${JSON.stringify(cut)}\n`;
if (mode !== '--check') writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  throw new Error('github-rest.json is not the cut of this description; run without --check.');
}
