import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anchorOf, faultOf, relativeLinks } from './links.mjs';

const root = join(import.meta.dirname, '..', '..');
const inFolder = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
const modules = ['apps', 'libs'].flatMap((kind) => inFolder(kind)).flatMap((folder) => inFolder(folder));
const pages = ['README.md', ...[...inFolder('docs'), ...modules].filter((path) => path.endsWith('.md'))];

describe('the pages of this repository', () => {
  it.each(pages)('%s leads only to what is there', (page) => {
    const path = join(root, page);
    const links = relativeLinks(readFileSync(path, 'utf8'));
    expect(links.map((link) => faultOf(path, link)).filter((fault) => fault !== null)).toEqual([]);
  });

  it.each(['docs/architecture.md', 'docs/life-of-a-command.md'])('%s shows the code it speaks of', (page) => {
    const links = relativeLinks(readFileSync(join(root, page), 'utf8'));
    expect(links.filter(({ target }) => target.endsWith('.ts')).length).toBeGreaterThan(15);
  });

  it('have images that load fast', () => {
    const heavy = inFolder('docs/images').filter((path) => statSync(join(root, path)).size > 300 * 1024);
    expect(heavy).toEqual([]);
  });
});

describe('what is checked of a link', () => {
  let folder: string;
  const fault = (text: string, target: string) => faultOf(join(folder, 'page.md'), { text, target });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foundry-docs-'));
    writeFileSync(join(folder, 'page.md'), '# One page\n\n## What `it` promises, and not\n');
    writeFileSync(join(folder, 'relay.ts'), 'export class Relay {\n  run() {}\n}\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the file, the heading, and each part of a name', () => {
    expect(fault('`Relay.run`', 'relay.ts')).toBeNull();
    expect(fault('this page', '#what-it-promises-and-not')).toBeNull();
    expect(fault('gone', 'gone.ts')).toContain('not there');
    expect(fault('this page', '#nothing')).toContain('no such heading');
    expect(fault('`Relay.stop`', 'relay.ts')).toContain('no stop');
  });

  it('is found in text, tables and pictures, and not in code', () => {
    const markdown = '| [`a`](a.ts) | <img src="b.png"> |\n```\n[c](c.ts)\n```\n[d](https://example.com)';
    expect(relativeLinks(markdown).map(({ target }) => target)).toEqual(['a.ts', 'b.png']);
    expect(anchorOf('3. If it dies right here')).toBe('3-if-it-dies-right-here');
  });
});
