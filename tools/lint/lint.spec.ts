import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const fixtures = join(import.meta.dirname, 'fixtures');
const eslint = join(import.meta.dirname, '..', '..', 'node_modules', 'eslint', 'bin', 'eslint.js');
const Report = z.array(
  z.object({ filePath: z.string(), messages: z.array(z.object({ ruleId: z.string().nullable() })) }),
);

const badExamples = [
  ['no-any.ts', '@typescript-eslint/no-explicit-any'],
  ['no-non-null.ts', '@typescript-eslint/no-non-null-assertion'],
  ['no-cast.ts', '@typescript-eslint/consistent-type-assertions'],
  ['no-floating-promise.ts', '@typescript-eslint/no-floating-promises'],
  ['no-empty-catch.ts', 'no-restricted-syntax'],
  ['no-console.ts', 'no-console'],
  ['no-default-export.ts', 'no-restricted-exports'],
  ['no-inline-exception.ts', '@typescript-eslint/no-explicit-any'],
  ['no-ts-comment.ts', '@typescript-eslint/ban-ts-comment'],
  ['no-todo.ts', 'no-warning-comments'],
  ['no-amqp.ts', '@typescript-eslint/no-restricted-imports'],
  ['no-http.handler.ts', '@typescript-eslint/no-restricted-imports'],
  ['no-fetch.handler.ts', 'no-restricted-globals'],
  ['no-clock.entity.ts', 'no-restricted-syntax'],
  ['no-worker-wiring.ts', '@typescript-eslint/no-restricted-imports'],
  ['no-api-wiring.ts', '@typescript-eslint/no-restricted-imports'],
];

describe('the lint rules', () => {
  let fired: Map<string, (string | null)[]>;

  beforeAll(() => {
    const { stdout } = spawnSync(process.execPath, [eslint, '--format', 'json', '.'], {
      cwd: fixtures,
      encoding: 'utf8',
    });
    const report = Report.parse(JSON.parse(stdout));
    fired = new Map(report.map(({ filePath, messages }) => [basename(filePath), messages.map(({ ruleId }) => ruleId)]));
  }, 60_000);

  it.each(badExamples)('%s breaks %s', (file, rule) => {
    expect(fired.get(file)).toContain(rule);
  });

  it('let "as const" through', () => {
    expect(fired.get('as-const.ts')).toEqual([]);
  });

  it('have an expectation for every fixture', () => {
    const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    expect(files.map((path) => basename(path)).sort()).toEqual(
      [...badExamples.map(([file]) => file), 'as-const.ts'].sort(),
    );
  });
});
