import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { measureBundles, readBundles } from '../../../tools/web-bundles.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

describe('what people have to fetch', () => {
  it.each(measureBundles(readBundles(DIST)))('$name is within its budget', ({ kilobytes, limit }) => {
    expect(kilobytes).toBeLessThanOrEqual(limit);
  });
});
