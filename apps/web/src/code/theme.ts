import type { ThemeRegistrationAny } from '@shikijs/primitive';
import type { CodeRole } from './tokens.js';

/**
 * Which scopes of a grammar are what. The colours here are only marks that are read back as roles: what a role looks like
 * is said by the tokens of the page, in both themes, so nothing has a style of its own.
 */
const SCOPES: readonly (readonly [CodeRole, readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment', 'string.comment']],
  ['keyword', ['keyword', 'storage', 'entity.name.tag', 'punctuation.definition.heading', 'markup.heading']],
  ['quiet', ['keyword.operator', 'punctuation', 'meta.brace', 'storage.type.function.arrow']],
  [
    'string',
    ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.fenced_code', 'constant.character.escape'],
  ],
  ['constant', ['constant', 'variable.language', 'support.constant', 'variable.other.constant']],
  [
    'name',
    [
      'entity.name.function',
      'entity.name.type',
      'entity.name.class',
      'entity.other.attribute-name',
      'entity.other.inherited-class',
      'support.function',
      'support.type',
      'support.class',
      'meta.property-name',
      'support.type.property-name',
    ],
  ],
  ['added', ['markup.inserted']],
  ['removed', ['markup.deleted', 'invalid']],
];

const markOf = (index: number): string => `#${(index + 1).toString(16).padStart(6, '0')}`;

export const THEME: ThemeRegistrationAny = {
  name: 'foundry',
  type: 'light',
  fg: '#ffffff',
  bg: '#000000',
  settings: SCOPES.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: markOf(index) } })),
};

const ROLES: ReadonlyMap<string, CodeRole> = new Map(SCOPES.map(([role], index) => [markOf(index), role]));

/** Null: nothing special. */
export const roleOf = (mark: string | undefined): CodeRole | null => ROLES.get((mark ?? '').toLowerCase()) ?? null;
