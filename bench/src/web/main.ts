import { parseArgs } from 'node:util';
import { bundles } from './bundles.js';
import { loads } from './loads.js';
import { list } from './list.js';
import { renders } from './renders.js';
import { say } from './report.js';
import { streaming } from './streaming.js';
import { together } from './together.js';
import { transcript } from './transcript.js';
import { WebProduct } from './product.js';

/*
 * What people fetch and what they wait for in the web app, each figure beside its target (spec of the web app, sections 20
 * and 23). Sizes are of the build. The rest is measured in a real browser at a real API and worker: with the processor
 * slowed four times and a slow network where it says so, otherwise as fast as this machine is.
 */

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '2000' },
    entries: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '60' },
    times: { type: 'string', default: '40' },
    /** Sizes only: nothing is started. */
    sizes: { type: 'boolean', default: false },
  },
});

/** What cannot be measured is told, and the others are measured all the same. */
async function part(measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    say(`  not measured: ${error.message}`);
    process.exitCode = 1;
  }
}

bundles();
if (!values.sizes) {
  const [tasks, entries, seconds, times] = [values.tasks, values.entries, values.seconds, values.times].map(Number);
  const web = await WebProduct.start(tasks ?? 0);
  try {
    say(`In Chromium ${web.version}, ${String(tasks)} tasks in the list`);
    await part(() => loads(web));
    await part(() => list(web, tasks ?? 0));
    await part(() => together(web, times ?? 0));
    await part(() => renders(web));
    await part(() => streaming(web, seconds ?? 0));
    await part(() => transcript(web, entries ?? 0));
  } finally {
    await web.end();
  }
}
