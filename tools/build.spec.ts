import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';

let base: string;

function source(path: string, text = 'export const answer: number = 42;\n'): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'foundry-build-'));
  source('apps/worker/package.json', '{}');
  source('libs/task/package.json', '{}');
  source('apps/worker/src/main.ts');
  source('libs/task/src/index.ts');
});

afterEach(() => {
  rmSync(base, { recursive: true });
});

describe('the build', () => {
  it('puts an app at dist and keeps the layout of a module, so that migrations stay beside src', async () => {
    source('libs/task/migrations/0001-tasks.ts');
    await build({ base });
    expect(existsSync(join(base, 'apps/worker/dist/main.js'))).toBe(true);
    expect(existsSync(join(base, 'libs/task/dist/src/index.js'))).toBe(true);
    expect(existsSync(join(base, 'libs/task/dist/migrations/0001-tasks.js'))).toBe(true);
  });

  it('writes JavaScript with a source map that leads back to the source', async () => {
    await build({ base });
    const text = readFileSync(join(base, 'libs/task/dist/src/index.js'), 'utf8');
    expect(text).toBe('export const answer = 42;\n//# sourceMappingURL=index.js.map\n');
    const map = readFileSync(join(base, 'libs/task/dist/src/index.js.map'), 'utf8');
    expect(map).toContain('"../../src/index.ts"');
  });

  it('compiles only what changed', async () => {
    await build({ base });
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(base, 'libs/task/src/index.ts'), later, later);
    expect(await build({ base })).toEqual({ compiled: 1, removed: 0, total: 2 });
  });

  it('removes what lost its source', async () => {
    await build({ base });
    rmSync(join(base, 'libs/task/src/index.ts'));
    expect(await build({ base })).toEqual({ compiled: 0, removed: 2, total: 1 });
    expect(existsSync(join(base, 'libs/task/dist/src/index.js'))).toBe(false);
  });

  it('leaves specs out, and test programs unless they are asked for', async () => {
    source('libs/task/src/index.spec.ts');
    source('libs/task/src/testing/index.ts');
    source('libs/task/test/worker.ts');
    expect(await build({ base })).toMatchObject({ compiled: 2 });
    expect(await build({ base, withTests: true })).toMatchObject({ compiled: 2, total: 4 });
    expect(existsSync(join(base, 'libs/task/dist/src/index.spec.js'))).toBe(false);
  });

  it('names the file that does not compile', async () => {
    source('libs/task/src/broken.ts', 'export const = 1;\n');
    await expect(build({ base })).rejects.toThrow(/broken\.ts/);
  });
});
