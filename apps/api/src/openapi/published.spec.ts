import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readRelease } from '../health/release.js';
import { publishedFiles } from './published.js';
import { allRoutes } from './routes.js';
import { faultsOf } from './rules/index.js';

const root = new URL('../../../../', import.meta.url);
const Published = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          parameters: z.array(z.unknown()).optional(),
          responses: z.record(z.string(), z.looseObject({ headers: z.record(z.string(), z.unknown()).optional() })),
        })
        .optional(),
    }),
  ),
});
const written = publishedFiles(allRoutes(), readRelease({}).version);

describe('the published document', () => {
  it.each(Object.keys(written))('docs/%s is what the routes say; npm run openapi writes it', (path) => {
    expect(readFileSync(new URL(`docs/${path}`, root), 'utf8')).toBe(written[path]);
  });

  it('follows every rule of ours', () => {
    expect(faultsOf(allRoutes())).toEqual([]);
  });

  it('names what a read may be asked to wait for, and every header that a route sends of its own', () => {
    const { paths } = Published.parse(JSON.parse(written['openapi.json'] ?? ''));
    const command = paths['/v1/commands/{commandId}']?.get;
    expect(command?.parameters).toContainEqual({ $ref: '#/components/parameters/Prefer' });
    const headers = Object.keys(command?.responses['200']?.headers ?? {});
    expect(headers).toEqual(expect.arrayContaining(['Preference-Applied', 'Retry-After', 'X-Request-Id']));
    expect(paths['/v1/uploads/{uploadId}']?.get?.responses['200']?.headers).toHaveProperty('Content-Disposition');
  });

  it("passes Redocly's recommended rules without a warning", () => {
    const cli = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', root));
    const file = fileURLToPath(new URL('docs/openapi.json', root));
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const args = [cli, 'lint', file, '--extends=recommended', '--format=json'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
  });
});
