import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readBundles } from './web-bundles.mjs';

let dist: string;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'foundry-bundles-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(
    join(dist, 'index.html'),
    '<script type="module" crossorigin src="/assets/index-aaaaaaaa.js"></script>',
  );
  const files = {
    'index-aaaaaaaa.js': 'import{a}from"./base-bbbbbbbb.js";const page=()=>import("./page-cccccccc.js");',
    'base-bbbbbbbb.js': 'export const a=1;',
    'page-cccccccc.js':
      'import{a}from"./base-bbbbbbbb.js";import"./part-dddddddd.js";export{b}from"./more-eeeeeeee.js";',
    'part-dddddddd.js': 'const text="import x from ./not-a-file.js";',
    'more-eeeeeeee.js': 'export const b=2;',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, 'assets', name), text);
});
afterEach(() => {
  rmSync(dist, { recursive: true });
});

describe('the files of a page', () => {
  it('are its entry with what it imports at once, and nothing that comes later', () => {
    expect([...readBundles(dist).pageOf([])].sort()).toEqual(['base-bbbbbbbb.js', 'index-aaaaaaaa.js']);
  });

  it('are those of a chunk too, when it is named', () => {
    expect(readBundles(dist).pageOf(['page']).size).toBe(5);
  });

  it('cannot be told of a chunk that is not there', () => {
    expect(() => readBundles(dist).pageOf(['other'])).toThrow('no chunk named other');
  });
});
