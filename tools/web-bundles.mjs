/**
 * What people fetch of the built web app: the files of each page, followed from one to the next as a browser does, with
 * their sizes as gzip sends them. Plain Node; it reads `dist` and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const STATIC = /(?:^|[;}\s])(?:import|export)\b[^;'"`()]*?["']\.\/([\w.-]+\.js)["']/g;
const ENTRY = /<script[^>]+src="\/assets\/([\w.-]+\.js)"/;
/** What a build puts behind the name of a chunk. */
const HASH = '-12345678.js';
const STYLES = /\.css$/;
const FONTS = /\.woff2$/;

/**
 * @typedef {object} Bundles
 * @property {(names: readonly string[]) => Set<string>} pageOf Files of the entry and of the chunks named so, with all that they import at once.
 * @property {(files: Iterable<string>) => number} sizeOf Bytes of files together, as gzip.
 * @property {readonly string[]} styles
 * @property {readonly string[]} fonts
 */

/**
 * Reads a build. Throws when it is not there, and when a page names a chunk that the build does not have.
 * @param {string} dist
 * @returns {Bundles}
 */
export function readBundles(dist) {
  const assets = join(dist, 'assets');
  const files = readdirSync(assets);
  const [, entry] = ENTRY.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? [];
  if (entry === undefined) throw new Error(`${dist}/index.html names no script.`);
  /** @param {string} file */
  const importsOf = (file) =>
    [...readFileSync(join(assets, file), 'utf8').matchAll(STATIC)].map(([, name]) => name ?? '');
  /** @param {string} name */
  const chunkOf = (name) => {
    const [chunk, ...more] = files.filter((file) => file.endsWith('.js') && file.slice(0, -HASH.length) === name);
    if (chunk === undefined) throw new Error(`The build has no chunk named ${name}.`);
    if (more.length > 0) throw new Error(`The build has more than one chunk named ${name}.`);
    return chunk;
  };
  return {
    pageOf(names) {
      const seen = new Set();
      const waiting = [entry, ...names.map(chunkOf)];
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        waiting.push(...importsOf(file));
      }
      return seen;
    },
    sizeOf: (paths) =>
      [...paths].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file)), { level: 9 }).length, 0),
    styles: files.filter((file) => STYLES.test(file)),
    fonts: files.filter((file) => FONTS.test(file)),
  };
}

const FRAME = ['signed-in-layout', 'workspace'];

/** What a person may have to fetch, in kilobytes: pages whole, the others beyond what a task page has anyway. */
export const WEB_BUDGETS = [
  { name: 'sign-in', chunks: ['sign-in-screen'], limit: 130 },
  { name: 'task page', chunks: [...FRAME, 'task-screen'], limit: 260 },
  { name: 'palette', chunks: ['palette'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'inspector', chunks: ['inspector-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'history of a task', chunks: ['task-history-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'general settings', chunks: ['general-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'agents', chunks: ['agents-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'sandboxes', chunks: ['sandboxes-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
  { name: 'new task', chunks: ['new-task-screen'], beyond: [...FRAME, 'task-screen'], limit: 60 },
  { name: 'colours of code', chunks: ['colour.worker'], beyond: [...FRAME, 'task-screen'], limit: 120 },
  { name: 'inbox', chunks: ['inbox-screen'], beyond: [...FRAME, 'task-screen'], limit: 40 },
];

/** In kilobytes too. */
export const STYLES_LIMIT = 25;
export const FONT_LIMIT = 60;

/**
 * The size of each thing that has a budget, in kilobytes of 1,000 bytes.
 * @param {Bundles} bundles
 * @returns {{ name: string; kilobytes: number; limit: number }[]}
 */
export function measureBundles({ pageOf, sizeOf, styles, fonts }) {
  const pages = WEB_BUDGETS.map(({ name, chunks, beyond = null, limit }) => {
    const had = beyond === null ? new Set() : pageOf(beyond);
    const fetched = [...pageOf(chunks)].filter((file) => !had.has(file));
    return { name, kilobytes: sizeOf(fetched) / 1_000, limit };
  });
  return [
    ...pages,
    { name: 'styles', kilobytes: sizeOf(styles) / 1_000, limit: STYLES_LIMIT },
    { name: 'font', kilobytes: sizeOf(fonts) / 1_000, limit: FONT_LIMIT },
  ];
}
