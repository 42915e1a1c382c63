import { type Story, text } from '../story.js';

const order = text(
  "export type State = 'placed' | 'paid' | 'packed' | 'sent' | 'cancelled';",
  '',
  'const next: Record<State, State[]> = {',
  "  placed: ['paid', 'cancelled'],",
  "  paid: ['packed', 'cancelled'],",
  "  packed: ['sent'],",
  '  sent: [],',
  '  cancelled: [],',
  '};',
  '',
  'export class Order {',
  '  constructor(',
  '    readonly id: string,',
  "    private state: State = 'placed',",
  '  ) {}',
  '',
  '  move(to: State): void {',
  '    if (!next[this.state].includes(to)) throw new Error(this.state + " cannot become " + to);',
  '    this.state = to;',
  '  }',
  '}',
);

const queue = text(
  '/** Retries with growing pauses; the last failure is thrown. */',
  'export async function retry<T>(work: () => Promise<T>, pauses = [1, 4, 16]): Promise<T> {',
  '  for (const seconds of pauses) {',
  '    try {',
  '      return await work();',
  '    } catch {',
  '      await new Promise((done) => setTimeout(done, seconds * 1000));',
  '    }',
  '  }',
  '  return work();',
  '}',
);

/** The service that knows every order. */
export const orders: Story = {
  name: 'orders-api',
  description: 'Orders from placed to sent',
  language: 'TypeScript',
  private: true,
  history: [
    {
      by: 'jonas-lind',
      daysAgo: 190,
      message: 'Model an order and its states',
      files: {
        'README.md': text('# Orders', '', 'placed → paid → packed → sent, or cancelled before it is packed.'),
        'src/order.ts': order,
      },
    },
    { by: 'jonas-lind', daysAgo: 150, message: 'Retry calls to the warehouse', files: { 'src/retry.ts': queue } },
    {
      by: 'tomas-vega',
      daysAgo: 60,
      message: 'Write down how to run it',
      files: {
        'docs/running.md': text('# Running', '', 'Set `DATABASE_URL`, then `npm start`. Health: `GET /health`.'),
      },
    },
  ],
  branches: [
    {
      name: 'partial-refunds',
      steps: [
        {
          by: 'tomas-vega',
          daysAgo: 5,
          message: 'Add refunds of single lines',
          files: {
            'src/refund.ts': text(
              'export interface Refund {',
              '  orderId: string;',
              '  line: number;',
              '  cents: number;',
              '}',
              '',
              'export function refundable(paid: number, refunds: Refund[]): number {',
              '  return paid - refunds.reduce((sum, { cents }) => sum + cents, 0);',
              '}',
            ),
          },
        },
        {
          by: 'tomas-vega',
          daysAgo: 4,
          message: 'Refuse more than was paid',
          files: {
            'src/refund-rules.ts': text(
              "import { refundable, type Refund } from './refund.js';",
              '',
              'export function check(paid: number, earlier: Refund[], wanted: Refund): void {',
              '  if (wanted.cents > refundable(paid, earlier)) throw new Error("More than was paid");',
              '}',
            ),
          },
        },
      ],
      pull: {
        title: 'Refund single lines of an order',
        body: 'Closes the gap that support works around by hand. Needs the payment service to accept partial amounts.',
        daysAgo: 5,
        labels: ['feature', 'money'],
        reviewers: ['jonas-lind'],
        review: { by: 'jonas-lind', state: 'CHANGES_REQUESTED', body: 'What happens when two refunds arrive at once?' },
        build: 'success',
      },
    },
    {
      name: 'retry-with-jitter',
      steps: [
        {
          by: 'hana-sato',
          daysAgo: 8,
          message: 'Spread retries',
          files: { 'src/retry.ts': queue.replace('seconds * 1000)', 'seconds * 1000 * (0.8 + Math.random() * 0.4))') },
        },
      ],
      pull: {
        title: 'Spread retries so that they do not meet',
        body: 'All workers retried in the same second after the outage last week.',
        daysAgo: 8,
        build: 'pending',
      },
    },
    {
      name: 'typo-in-readme',
      fork: 'sunniva-dahl',
      steps: [
        {
          by: 'sunniva-dahl',
          daysAgo: 6,
          message: 'Say when an order can be cancelled',
          files: {
            'README.md': text('# Orders', '', 'placed → paid → packed → sent. Until it is packed it can be cancelled.'),
          },
        },
      ],
      pull: {
        title: 'Say clearly when an order can be cancelled',
        body: 'I had to read the code to find out.',
        daysAgo: 6,
        labels: ['documentation'],
      },
    },
    {
      name: 'health-check',
      steps: [
        {
          by: 'leo-marchetti',
          daysAgo: 20,
          message: 'Answer health checks',
          files: { 'src/health.ts': text('export const health = () => ({ ok: true });') },
        },
      ],
      pull: {
        title: 'Answer health checks',
        body: 'For the load balancer.',
        daysAgo: 20,
        end: 'merged',
        build: 'success',
      },
    },
  ],
};
