import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isWebStale } from './build-web.mjs';

let base: string;

/** Writes a file as it was so many seconds after some beginning, its folders included. */
function written(path: string, second: number): void {
  const file = join(base, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  for (let at = file; at !== base; at = dirname(at)) utimesSync(at, second, second);
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'foundry-build-web-'));
  written('apps/web/vite.config.mjs', 1_000);
  written('apps/web/src/main.tsx', 1_000);
  written('libs/task/src/contracts/index.ts', 1_000);
  written('libs/task/src/domain/task.entity.ts', 1_000);
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

describe('the build of the web app', () => {
  it('is needed when nothing was built', () => {
    expect(isWebStale(base)).toBe(true);
  });

  it('is not needed when everything it is made of is older', () => {
    written('apps/web/dist/index.html', 2_000);
    expect(isWebStale(base)).toBe(false);
  });

  it.each(['apps/web/src/ui/button.tsx', 'libs/task/src/contracts/views.ts', 'package-lock.json'])(
    'is needed when %s changed',
    (path) => {
      written('apps/web/dist/index.html', 2_000);
      written(path, 3_000);
      expect(isWebStale(base)).toBe(true);
    },
  );

  it('is not needed when a server part changed', () => {
    written('apps/web/dist/index.html', 2_000);
    written('libs/task/src/domain/task.entity.ts', 3_000);
    expect(isWebStale(base)).toBe(false);
  });

  it('leaves a tree without a web app alone', () => {
    rmSync(join(base, 'apps/web/vite.config.mjs'));
    expect(isWebStale(base)).toBe(false);
  });
});
