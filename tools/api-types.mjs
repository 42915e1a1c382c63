/**
 * Writes the types of the API for the web app, from `docs/openapi.json` to `apps/web/src/api/schema.ts`. `npm run openapi`
 * runs it after the document; api-types.spec.ts fails when one is newer than the other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';

const document = new URL('../docs/openapi.json', import.meta.url);
const types = new URL('../apps/web/src/api/schema.ts', import.meta.url);
const HEAD = '/** Made by `npm run openapi` from docs/openapi.json; changes here are lost. */\n\n';

/** The types as text, for the document that is committed. */
export async function apiTypes() {
  return HEAD + astToString(await openapiTypes(JSON.parse(readFileSync(document, 'utf8'))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(types, await apiTypes());
  process.stdout.write('Wrote apps/web/src/api/schema.ts\n');
}
