const LIMIT_BYTES = 255;
const FORBIDDEN = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\//u;

/**
 * Whether git takes `name` as a branch: the rules of `git check-ref-format --branch` for a plain name, and at most
 * 255 bytes, because a ref is also a file.
 */
export function isRefName(name: string): boolean {
  if (name === '' || name === '@' || name === 'HEAD' || name.startsWith('-')) return false;
  if (new TextEncoder().encode(name).length > LIMIT_BYTES) return false;
  if (FORBIDDEN.test(name) || name.startsWith('/') || name.endsWith('/') || name.endsWith('.')) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

/** Whether a branch name may start with `prefix`. Empty is fine: no prefix. */
export const isRefPrefix = (prefix: string): boolean => isRefName(`${prefix}x`);
