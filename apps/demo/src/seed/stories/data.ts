import { type Story, text } from '../story.js';

const report = text(
  '"""Weekly sales, from the orders of a week."""',
  'from collections import defaultdict',
  'from dataclasses import dataclass',
  '',
  '',
  '@dataclass(frozen=True)',
  'class Sale:',
  '    article: str',
  '    amount: int',
  '    cents: int',
  '',
  '',
  'def by_article(sales):',
  '    """Cents for each article, the best first."""',
  '    sums = defaultdict(int)',
  '    for sale in sales:',
  '        sums[sale.article] += sale.amount * sale.cents',
  '    return sorted(sums.items(), key=lambda item: -item[1])',
);

/** Numbers for the Monday meeting. */
export const reports: Story = {
  name: 'sales-reports',
  description: 'Numbers for the Monday meeting',
  language: 'Python',
  private: true,
  history: [
    {
      by: 'hana-sato',
      daysAgo: 140,
      message: 'Weekly sales by article',
      files: {
        'README.md': text('# Sales reports', '', '    python -m reports.weekly'),
        'reports/weekly.py': report,
        'reports/__init__.py': '',
      },
    },
    {
      by: 'hana-sato',
      daysAgo: 44,
      message: 'Test the order of articles',
      files: {
        'tests/test_weekly.py': text(
          'from reports.weekly import Sale, by_article',
          '',
          '',
          'def test_the_best_article_is_first():',
          "    sales = [Sale('mug', 1, 1200), Sale('lamp', 1, 9900)]",
          "    assert by_article(sales)[0] == ('lamp', 9900)",
        ),
      },
    },
  ],
  branches: [
    {
      name: 'returns',
      steps: [
        {
          by: 'hana-sato',
          daysAgo: 4,
          message: 'Subtract returned goods',
          files: {
            'reports/returns.py': text(
              'def net(sold, returned):',
              '    """Sold minus returned, never below zero."""',
              '    return max(0, sold - returned)',
            ),
          },
        },
      ],
      pull: {
        title: 'Subtract returned goods from weekly sales',
        body: 'Lamps look better than they are: one in nine comes back.',
        daysAgo: 4,
        reviewers: ['mira-okafor', 'jonas-lind'],
        build: 'success',
      },
    },
  ],
};

/** Colours, sizes and words for every surface. */
export const tokens: Story = {
  name: 'design-tokens',
  description: 'Colours, sizes and motion for every surface',
  language: 'CSS',
  private: false,
  history: [
    {
      by: 'priya-raman',
      daysAgo: 120,
      message: 'Name our colours',
      files: {
        'README.md': text('# Design tokens', '', 'One source for colours, sizes and motion.'),
        'tokens.css': text(':root {', '  --harbour-blue: #1d4f91;', '  --sand: #e9dcc3;', '  --radius: 10px;', '}'),
      },
    },
  ],
  branches: [
    {
      name: 'motion',
      steps: [
        {
          by: 'priya-raman',
          daysAgo: 9,
          message: 'Add motion',
          files: {
            'motion.css': text(
              ':root { --quick: 120ms; --calm: 240ms; }',
              '@media (prefers-reduced-motion: reduce) {',
              '  :root { --quick: 0ms; --calm: 0ms; }',
              '}',
            ),
          },
        },
      ],
      pull: {
        title: 'Add motion tokens that respect reduced motion',
        body: 'Two durations are enough for everything we have.',
        daysAgo: 9,
        labels: ['design'],
        review: { by: 'mira-okafor', state: 'APPROVED', body: '' },
        build: 'success',
      },
    },
  ],
};
