import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { rules } from './rules.mjs';

const Violations = z.array(z.object({ rule: z.string(), from: z.string(), to: z.string() }));
const fixtures = join(import.meta.dirname, 'fixtures');
const names = rules.map(({ name }) => name);
let found: z.infer<typeof Violations>;

/** The tool runs beside the tests, not inside: it loads the compiler, which a test runner would load once more. */
async function violationsBelow(base: string, folders: string[]): Promise<z.infer<typeof Violations>> {
  const script = join(import.meta.dirname, 'print-violations.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, base, ...folders]);
  return Violations.parse(JSON.parse(stdout));
}

describe('the import rules', () => {
  beforeAll(async () => {
    found = await violationsBelow(fixtures, [...names, 'allowed']);
  });

  it.each(names)('%s fires on its bad example', (name) => {
    const fired = found.filter(({ from }) => from.startsWith(`${name}/`)).map(({ rule }) => rule);
    expect(fired).toContain(name);
  });

  it('let through what is allowed', () => {
    expect(found.filter(({ from }) => from.startsWith('allowed/'))).toEqual([]);
  });

  it('each have a fixture, and each fixture has a rule', () => {
    expect(readdirSync(fixtures).sort()).toEqual([...names, 'allowed'].sort());
  });

  it('hold in this repository', async () => {
    expect(await violationsBelow(join(import.meta.dirname, '..', '..'), ['apps', 'libs'])).toEqual([]);
  });
});
