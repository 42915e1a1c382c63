import { parseArgs } from 'node:util';
import { firstSync, paceIsFree, secondSync, type SyncFigures } from './first-sync.js';
import { GithubStandIn, type Scale } from './github.js';
import { Product } from './product.js';
import { stagesOf } from './stages.js';
import { burst, repeated } from './webhooks.js';

const { values } = parseArgs({
  options: {
    scales: { type: 'string', default: '160,1600,50;500,5000,200' },
    latency: { type: 'string', default: '100' },
    webhooks: { type: 'string', default: '1000' },
    /** Skips the second sync, and the wait for the pace before it. */
    once: { type: 'boolean', default: false },
  },
});

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const row = (what: string, is: string | number | null, target = ''): void => {
  say(`  ${what.padEnd(34)}${String(is ?? 'unknown').padStart(12)}  ${target}`);
};

async function stages(product: Product): Promise<void> {
  for (const { effect, steps, asked, read, told, kept } of await stagesOf(product)) {
    const ms = [asked, read, told, kept].map((each) => each.toFixed(0)).join(' / ');
    row(
      `  ${effect.replace('github-data.', '')} × ${String(steps)}`,
      ms,
      'ms until claimed / read / until recorded / recorded',
    );
  }
}

/** 800 points in any minute, and the first sync took hundreds: right after it the second would be kept waiting. */
async function again(product: Product, github: GithubStandIn, first: SyncFigures): Promise<void> {
  row('until the pace is free again, ms', await paceIsFree(product));
  const second = await secondSync(product, github);
  row('again, nothing changed, ms', second.allMs, `≤ ${String(first.allMs)}`);
  row('  calls that count', second.counted, `≤ ${String(Math.floor(first.counted / 10))}`);
  row('  calls answered 304', second.notModified);
  row('  events', second.events.length === 0 ? 0 : second.events.join(' '), '0');
  row('  pull requests written', second.pullsWritten, '0');
}

async function measure(scale: Scale): Promise<void> {
  const { repositories, pulls, members } = scale;
  say(`\n${String(repositories)} repositories, ${String(pulls)} open pull requests, ${String(members)} members`);
  const github = await GithubStandIn.start(scale, Number(values.latency));
  const product = await Product.start(github);
  try {
    await github.deliverTo(product.webhookUrl);
    const first = await firstSync(product, github, pulls);
    row('first repository, ms', first.firstRepositoryMs, '≤ 2000');
    row('everything read, ms', first.allMs, '≤ 20000');
    row('everything in the task list, ms', first.listedMs);
    row('calls to GitHub', first.calls, '≤ 600');
    row('repositories', first.repositories);
    row('open pull requests', first.pulls);
    row('members', first.members);
    row('virtual tasks', first.virtualTasks);
    row('tasks materialised', first.materialised, '0');
    row('peak memory of the worker, MB', first.peakMemory);
    row('processor time of the worker, s', first.processorTime?.toFixed(1) ?? null);
    await stages(product);
    if (!values.once) await again(product, github, first);
    const total = Number(values.webhooks);
    if (total === 0) return;
    const sent = await burst(product, github, total);
    row(`${String(total)} webhooks in 10 s, answered`, sent.accepted, String(total));
    row('  p50 / p95 / p99, ms', [sent.p50, sent.p95, sent.p99].join(' / '), '10 / 100 / 500');
    row('  processor time of API / worker, ms', `${String(sent.cost.api)} / ${String(sent.cost.worker)}`);
    row('  applied once', sent.applied, String(total));
    row('  all applied after the last, ms', sent.appliedMs);
    const same = await repeated(product, github, total);
    row(`one webhook ${String(total)} times, answered`, same.accepted, String(total));
    row('  effects', same.effects, '1');
    row('peak memory of the worker, MB', await product.worker.peakMemory());
  } finally {
    await product.end();
    await github.end();
  }
}

for (const text of values.scales.split(';')) {
  const [repositories = 0, pulls = 0, members = 0] = text.split(',').map(Number);
  await measure({ repositories, pulls, members });
}
