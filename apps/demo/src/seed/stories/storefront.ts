import { type Story, text } from '../story.js';

const price = text(
  '/** Money in cents, so that sums stay exact. */',
  'export interface Price {',
  '  cents: number;',
  "  currency: 'EUR' | 'SEK';",
  '}',
  '',
  'export function add(a: Price, b: Price): Price {',
  '  if (a.currency !== b.currency) throw new Error("Two currencies cannot be added");',
  '  return { cents: a.cents + b.cents, currency: a.currency };',
  '}',
  '',
  'export function show({ cents, currency }: Price): string {',
  "  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100);",
  '}',
);

const basket = text(
  "import { add, type Price } from './price.js';",
  '',
  'export interface Line {',
  '  article: string;',
  '  amount: number;',
  '  price: Price;',
  '}',
  '',
  '/** Sum of all lines. An empty basket costs nothing. */',
  'export function total(lines: Line[]): Price {',
  "  const nothing: Price = { cents: 0, currency: 'EUR' };",
  '  return lines.reduce((sum, { amount, price }) => add(sum, { ...price, cents: price.cents * amount }), nothing);',
  '}',
);

const basketTest = text(
  "import assert from 'node:assert/strict';",
  "import { test } from 'node:test';",
  "import { total } from '../src/basket.js';",
  '',
  "test('an empty basket costs nothing', () => {",
  '  assert.equal(total([]).cents, 0);',
  '});',
  '',
  "test('amounts are multiplied', () => {",
  "  const line = { article: 'mug', amount: 3, price: { cents: 1250, currency: 'EUR' as const } };",
  '  assert.equal(total([line]).cents, 3750);',
  '});',
);

const packageFile = text(
  '{',
  '  "name": "storefront",',
  '  "private": true,',
  '  "type": "module",',
  '  "scripts": {',
  '    "test": "node --test --experimental-strip-types"',
  '  }',
  '}',
);

/** The shop's web pages. */
export const storefront: Story = {
  name: 'storefront',
  description: 'What customers see: catalogue, basket, checkout',
  language: 'TypeScript',
  private: true,
  history: [
    {
      by: 'mira-okafor',
      daysAgo: 210,
      message: 'Start the shop',
      files: {
        'README.md': text('# Storefront', '', 'Catalogue, basket and checkout.', '', '    npm test'),
        'package.json': packageFile,
        'src/price.ts': price,
      },
    },
    {
      by: 'priya-raman',
      daysAgo: 180,
      message: 'Add the basket',
      files: { 'src/basket.ts': basket, 'test/basket.test.ts': basketTest },
    },
    {
      by: 'priya-raman',
      daysAgo: 96,
      message: 'Say in the page title how many things are in the basket',
      files: {
        'src/title.ts': text(
          '/** Page title with the number of things in the basket, if there are any. */',
          'export function title(page: string, things: number): string {',
          "  return things === 0 ? page + ' · Harbour Goods' : '(' + things + ') ' + page + ' · Harbour Goods';",
          '}',
        ),
      },
    },
    {
      by: 'jonas-lind',
      daysAgo: 31,
      message: 'Keep the basket for thirty days',
      files: {
        'src/keep.ts': text(
          'const days = 30;',
          '',
          'export function keptUntil(now: Date): Date {',
          '  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000);',
          '}',
        ),
      },
    },
  ],
  branches: [
    {
      name: 'gift-wrapping',
      steps: [
        {
          by: 'priya-raman',
          daysAgo: 3,
          message: 'Offer gift wrapping for each line',
          files: {
            'src/basket.ts': basket.replace('  price: Price;', '  price: Price;\n  wrapped?: boolean;'),
            'src/wrapping.ts': text('/** Cents for each wrapped article. */', 'export const wrapping = 350;'),
          },
        },
        {
          by: 'priya-raman',
          daysAgo: 2,
          message: 'Count wrapping in the total',
          files: {
            'src/basket.ts': basket
              .replace('  price: Price;', '  price: Price;\n  wrapped?: boolean;')
              .replace("from './price.js';", "from './price.js';\nimport { wrapping } from './wrapping.js';")
              .replace('(sum, { amount, price })', '(sum, { amount, price, wrapped })')
              .replace('price.cents * amount', '(price.cents + (wrapped ? wrapping : 0)) * amount'),
          },
        },
      ],
      pull: {
        title: 'Offer gift wrapping in the basket',
        body: 'Customers ask for it every December.\n\n- [x] price per article\n- [x] counted in the total\n- [ ] checkbox on the page',
        daysAgo: 3,
        labels: ['feature'],
        reviewers: ['mira-okafor'],
        comment: { by: 'mira-okafor', body: 'Could the price come from the catalogue instead?' },
        build: 'success',
      },
    },
    {
      name: 'fix-empty-basket-currency',
      steps: [
        {
          by: 'leo-marchetti',
          daysAgo: 1,
          message: 'Take the currency of the first line',
          files: {
            'src/basket.ts': basket.replace("currency: 'EUR' };", "currency: lines[0]?.price.currency ?? 'EUR' };"),
          },
        },
      ],
      pull: {
        title: 'Fix the total of a basket in Swedish kronor',
        body: 'Adding a SEK line to the empty EUR sum throws. Found by a customer in Malmö.',
        daysAgo: 1,
        labels: ['bug'],
        review: { by: 'priya-raman', state: 'APPROVED', body: 'Nice and small.' },
        build: 'success',
      },
    },
    {
      name: 'dark-theme',
      steps: [
        {
          by: 'priya-raman',
          daysAgo: 12,
          message: 'Try a dark theme',
          files: {
            'src/theme.css': text(
              ':root { --ground: #fff; --ink: #1b1d21; }',
              '[data-theme=dark] { --ground: #14171b; --ink: #eceff3; }',
            ),
          },
        },
      ],
      pull: {
        title: 'Dark theme',
        body: 'An experiment; contrast of the price badges is not good yet.',
        daysAgo: 12,
        draft: true,
        labels: ['design'],
        build: 'failure',
      },
    },
    {
      name: 'drop-legacy-cart',
      steps: [
        {
          by: 'jonas-lind',
          daysAgo: 40,
          message: 'Remove the note on the old cart',
          files: { 'NOTES.md': text('Nothing is left of the old cart.') },
        },
      ],
      pull: {
        title: 'Drop the legacy cart',
        body: 'Nobody reads it any more.',
        daysAgo: 40,
        end: 'merged',
        build: 'success',
      },
    },
  ],
};
