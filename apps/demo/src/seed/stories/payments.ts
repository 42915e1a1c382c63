import { type Story, text } from '../story.js';

const ledger = text(
  'package ledger',
  '',
  'import "errors"',
  '',
  '// Entry moves cents from one account to another.',
  'type Entry struct {',
  '\tFrom, To string',
  '\tCents    int64',
  '}',
  '',
  'var ErrEmpty = errors.New("an entry must move something")',
  '',
  '// Balance sums all entries of an account.',
  'func Balance(account string, entries []Entry) int64 {',
  '\tvar sum int64',
  '\tfor _, e := range entries {',
  '\t\tif e.To == account {',
  '\t\t\tsum += e.Cents',
  '\t\t}',
  '\t\tif e.From == account {',
  '\t\t\tsum -= e.Cents',
  '\t\t}',
  '\t}',
  '\treturn sum',
  '}',
);

const ledgerTest = text(
  'package ledger',
  '',
  'import "testing"',
  '',
  'func TestBalance(t *testing.T) {',
  '\tentries := []Entry{{From: "bank", To: "shop", Cents: 500}, {From: "shop", To: "bank", Cents: 120}}',
  '\tif got := Balance("shop", entries); got != 380 {',
  '\t\tt.Fatalf("got %d", got)',
  '\t}',
  '}',
);

/** Money in and out. */
export const payments: Story = {
  name: 'payments',
  description: 'Ledger and card payments',
  language: 'Go',
  private: true,
  history: [
    {
      by: 'tomas-vega',
      daysAgo: 170,
      message: 'Begin a ledger',
      files: { 'go.mod': text('module harbour/payments', '', 'go 1.22'), 'ledger/ledger.go': ledger },
    },
    { by: 'tomas-vega', daysAgo: 169, message: 'Test balances', files: { 'ledger/ledger_test.go': ledgerTest } },
    {
      by: 'mira-okafor',
      daysAgo: 75,
      message: 'Describe who may see card data',
      files: { 'SECURITY.md': text('# Security', '', 'Card numbers never reach this service; it knows tokens only.') },
    },
  ],
  branches: [
    {
      name: 'refuse-empty-entries',
      steps: [
        {
          by: 'leo-marchetti',
          daysAgo: 2,
          message: 'Refuse entries that move nothing',
          files: {
            'ledger/check.go': text(
              'package ledger',
              '',
              '// Check refuses an entry that moves nothing.',
              'func Check(e Entry) error {',
              '\tif e.Cents <= 0 {',
              '\t\treturn ErrEmpty',
              '\t}',
              '\treturn nil',
              '}',
            ),
          },
        },
      ],
      pull: {
        title: 'Refuse entries that move nothing',
        body: 'Two zero entries came in on Monday and confused the report.',
        daysAgo: 2,
        labels: ['bug', 'money'],
        reviewers: ['tomas-vega'],
        build: 'failure',
      },
    },
    {
      name: 'swish',
      steps: [
        {
          by: 'tomas-vega',
          daysAgo: 15,
          message: 'Sketch Swish payments',
          files: {
            'swish/swish.go': text(
              'package swish',
              '',
              '// Pay asks the customer’s phone for a payment.',
              'func Pay(cents int64) error { return nil }',
            ),
          },
        },
      ],
      pull: {
        title: 'Swish payments',
        body: 'Sketch, to talk about on Thursday.',
        daysAgo: 15,
        draft: true,
        labels: ['feature'],
      },
    },
    {
      name: 'float-amounts',
      steps: [
        {
          by: 'leo-marchetti',
          daysAgo: 50,
          message: 'Use floats for amounts',
          files: { 'ledger/amount.go': text('package ledger', '', 'type Amount float64') },
        },
      ],
      pull: {
        title: 'Use floats for amounts',
        body: 'Shorter to write.',
        daysAgo: 50,
        end: 'closed',
        comment: { by: 'tomas-vega', body: 'Cents stay exact, floats do not. Thanks for trying it!' },
      },
    },
  ],
};
