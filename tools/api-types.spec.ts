import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tools = import.meta.dirname;

describe('the types of the API', () => {
  it('are those of the committed document', () => {
    // Beside the tests, not inside: it loads the compiler, which a test runner would load once more.
    const print =
      "import('./api-types.mjs').then(({ apiTypes }) => apiTypes()).then((text) => process.stdout.write(text))";
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', print], {
      cwd: tools,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(stderr).toBe('');
    const committed = readFileSync(join(tools, '..', 'apps', 'web', 'src', 'api', 'schema.ts'), 'utf8');
    expect(stdout === committed ? 'the same' : 'run npm run openapi').toBe('the same');
  });
});
