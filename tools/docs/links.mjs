import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** @typedef {{ text: string, target: string }} Link */

/**
 * The links and images of a Markdown text that lead into the repository, without those in code blocks.
 * @param {string} markdown
 * @returns {Link[]}
 */
export function relativeLinks(markdown) {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/!?\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g)].map(
    ([, text = '', target = '']) => ({
      text,
      target,
    }),
  );
  const images = [...prose.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => ({ text: '', target }));
  return [...links, ...images].filter(({ target }) => !/^(?:https?|mailto):/.test(target));
}

/**
 * The anchor that a heading gets on GitHub.
 * @param {string} heading
 */
export function anchorOf(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/**
 * @param {string} markdown
 * @returns {string[]}
 */
const anchorsIn = (markdown) =>
  [...markdown.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

/**
 * Says what is wrong with a link: no such file, no such heading, or a name in its text that the file does not have.
 * A text that is one name in code, `Relay.run`, must be there: each part as a word.
 * @param {string} page path of the page, absolute
 * @param {Link} link
 * @returns {string | null}
 */
export function faultOf(page, { text, target }) {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : resolve(dirname(page), decodeURIComponent(path));
  if (!existsSync(file)) return `${target} is not there`;
  if (statSync(file).isDirectory()) return anchor === undefined ? null : `${target}: a folder has no headings`;
  if (anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor))
    return `${target}: no such heading`;
  const name = /^`([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)(?:\(\))?`$/.exec(text)?.[1];
  if (name === undefined || !/\.(?:ts|mjs)$/.test(file)) return null;
  const source = readFileSync(file, 'utf8');
  const missing = name.split('.').filter((part) => !new RegExp(`\\b${part.replaceAll('$', '\\$')}\\b`).test(source));
  return missing.length === 0 ? null : `${target} has no ${missing.join(', ')}`;
}
