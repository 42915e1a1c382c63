import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Paths may have anything before them, so that the fixtures are small trees of their own. */
const product = ['**/apps/*/src/**/*.{ts,tsx}', '**/libs/*/{src,migrations}/**/*.ts'];
const decisions = ['**/libs/*/src/{domain,commands}/**/*.ts'];
const specs = ['**/*.spec.ts', '**/test/**/*.ts', '**/testing/**/*.ts'];

const syntax = [
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'Handle what you can name or rethrow it; a comment is no handling.',
  },
];

const chance = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The time is handed in: use tx.now.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The time is handed in: use tx.now.',
  },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Chance is handed in.' },
  { selector: 'CallExpression[callee.name="randomUUID"]', message: 'Ids are handed in or derived.' },
  { selector: 'CallExpression[callee.property.name="randomUUID"]', message: 'Ids are handed in or derived.' },
];

const amqp = { name: 'amqplib', message: 'Only the kernel speaks AMQP.' };
const wiring = (suffix, message) => ({ regex: '^@foundry/', importNamePattern: suffix, message });
const http = {
  regex: '^@nestjs/common$',
  importNamePattern:
    '^(Controller|Get|Post|Put|Patch|Delete|Body|Param|Query|Headers|Req|Res|HttpCode|HttpStatus|Http\\w*|\\w+Exception)$',
  message: 'Decisions know no HTTP: refuse with a Rejection.',
};

const imports = (files, { paths = [amqp], patterns = [] }) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }] },
});

/** Rules that are the repository's own choice, on top of the strict sets. There are errors only, and no inline exceptions. */
export const choices = {
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
  // Nest declares its options as classes and wants plain objects for them.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // A command carries the type of its answer in a parameter that only its sender reads.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  eqeqeq: 'error',
  'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
  'no-restricted-exports': [
    'error',
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
  ],
  'no-restricted-syntax': ['error', ...syntax],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
};

/** The lint configuration, with types looked up in the nearest tsconfig.json below `tsconfigRootDir`. */
export function lintConfig(tsconfigRootDir) {
  return tseslint.config(
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
    { rules: { ...js.configs.recommended.rules } },
    {
      files: ['**/*.{ts,tsx}'],
      extends: [tseslint.configs.strictTypeChecked],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
      rules: choices,
    },
    { files: product, ignores: specs, rules: { 'no-console': 'error' } },
    {
      files: ['**/apps/web/src/**/*.{ts,tsx}'],
      extends: [reactHooks.configs.flat.recommended],
      rules: {
        'react-hooks/exhaustive-deps': 'error',
        // A handler of an event may be asynchronous; what it leaves open is caught where it is written.
        '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
        // The router wants its redirects thrown.
        '@typescript-eslint/only-throw-error': [
          'error',
          {
            allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }],
            allowRethrowing: true,
            allowThrowingAny: false,
            allowThrowingUnknown: false,
          },
        ],
      },
    },
    {
      // Its functions cannot be memoised, which the rule says of every caller; this file is the only one.
      files: ['**/apps/web/src/ui/virtual-rows.ts'],
      rules: { 'react-hooks/incompatible-library': 'off' },
    },
    {
      // A spec may prove that something does not compile, and say what; its stand-ins may promise what is at hand.
      files: specs,
      rules: {
        '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
        '@typescript-eslint/require-await': 'off',
      },
    },
    {
      files: decisions,
      ignores: specs,
      rules: {
        'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'setTimeout', 'setInterval', 'process'],
        'no-restricted-syntax': ['error', ...syntax, ...chance],
      },
    },
    imports(['**/libs/*/**/*.ts', '**/apps/standalone/**/*.ts'], {}),
    imports(['**/libs/messaging/**/*.ts'], { paths: [] }),
    imports(decisions, { patterns: [http] }),
    imports(['**/apps/api/**/*.ts'], { patterns: [wiring('WorkerModule$', 'An API process never wires handlers.')] }),
    imports(['**/apps/worker/**/*.ts'], { patterns: [wiring('ApiModule$', 'A worker never wires controllers.')] }),
    {
      files: ['**/public/**/*.js'],
      languageOptions: {
        globals: {
          document: 'readonly',
          window: 'readonly',
          matchMedia: 'readonly',
          MutationObserver: 'readonly',
          requestAnimationFrame: 'readonly',
          SwaggerUIBundle: 'readonly',
          localStorage: 'readonly',
          DOMException: 'readonly',
        },
      },
    },
    {
      files: ['**/*.mjs'],
      languageOptions: { globals: nodeGlobals },
      rules: {
        'no-restricted-syntax': ['error', ...syntax],
        eqeqeq: 'error',
        'no-unused-vars': ['error', { varsIgnorePattern: '^_$' }],
      },
    },
  );
}

const nodeGlobals = Object.fromEntries(
  ['process', 'URL', 'console', 'setTimeout', 'clearTimeout', 'Buffer', 'fetch', 'AbortSignal'].map((name) => [
    name,
    'readonly',
  ]),
);
