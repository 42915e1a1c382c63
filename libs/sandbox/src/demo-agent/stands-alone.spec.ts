import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = import.meta.dirname;
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));

describe('the demo agent', () => {
  it.each(sources)(
    'finds all that %s imports in its own folder or in Node, because machines get nothing else',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const imported = [...text.matchAll(/ from '([^']+)'/g)].map(([, from = '']) => from);
      expect(imported.filter((from) => !/^(?:node:[\w/]+|\.\/[\w-]+\.js)$/.test(from))).toEqual([]);
    },
  );
});
