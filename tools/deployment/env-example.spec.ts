import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const KEY = '[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|PORT|HOST';

/**
 * Where the product reads its environment: schemas of configuration, and the few that look for themselves. The stand-in
 * for GitHub is a program of its own, and its page describes its keys.
 */
function sources(): string[] {
  return ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(root, kind), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.spec\.ts$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => /^(?:apps|libs)\/[^/]+\/src\//.test(path) && !/\/(?:testing|dist)\/|^apps\/demo\//.test(path)),
  );
}

/** The keys that a source takes from the environment, in the four ways that there are. */
function keysRead(text: string): string[] {
  const ways = [
    // A schema for readConfig: `KEY: z…`, or `KEY: SomeSchema`.
    ...(/readConfig|z\s*\.object\(/.test(text)
      ? [new RegExp(`^\\s+(${KEY}):\\s*(?:z\\b|[A-Z]\\w*(?:Text|Ids|Proxies)\\b)`, 'gm')]
      : []),
    new RegExp(`environment\\['(${KEY})'\\]`, 'g'),
    new RegExp(`process\\.env\\['(${KEY})'\\]`, 'g'),
    new RegExp(`listed\\(environment, '(${KEY})'\\)`, 'g'),
    new RegExp(`\\b(${KEY}): \\w+(?:, | \\} = environment)`, 'g'),
  ];
  return ways.flatMap((way) => [...text.matchAll(way)].map(([, key = '']) => key));
}

const named = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, key = '']) => key);

describe('.env.example', () => {
  const used = new Map(sources().flatMap((path) => keysRead(read(path)).map((key) => [key, path] as const)));
  const composed = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, key = '']) => key);

  it('is held against real readers', () => {
    expect([...used.keys()]).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'PORT',
        'WORKER_PORT',
        'DATA_DIR',
        'AUDIT_SIGNING_KEY',
        'FOUNDRY_COMMIT',
      ]),
    );
    expect(keysRead(`const Config = z.object({\n  NEW_KEY: z.string(),\n});`)).toEqual(['NEW_KEY']);
  });

  it('has every key that something reads', () => {
    const missing = [...used].filter(([key]) => !named.includes(key)).map(([key, path]) => `${key} of ${path}`);
    expect(missing).toEqual([]);
  });

  it('has no key that nothing reads', () => {
    expect(named.filter((key) => !used.has(key) && !composed.includes(key))).toEqual([]);
  });

  it('has each key once', () => {
    expect(named).toEqual([...new Set(named)]);
  });
});
