import 'reflect-metadata';
import { runProcess, type Stop } from '../../boot/run-process.js';
import { MessagingConfig } from '../../config/messaging-config.js';
import { readConfig } from '../../config/read-config.js';
import { ApiRuntime } from '../../kernel/api-runtime.js';
import { Kernel, type KernelOptions } from '../../kernel/kernel.js';
import { silent } from '../../logging/log.js';
import { CommandServer } from '../../nest/command-server.js';
import { InProcessTransport } from '../../transport/in-process/in-process-transport.js';
import { ArmedFailpoints } from '../failpoints/armed-failpoints.js';
import { journalOf } from '../journal/journal.module.js';
import { NoAudit } from '../kernel/no-audit.js';
import { startWorker } from '../kernel/start-worker.js';
import { ProcessRole } from './control.js';
import { stderrLog } from './stderr-log.js';
import { answer, takeOrders } from './order-taker.js';

/** A process of `TestSystem`: the API's half of the kernel, the worker's, or both on the in-process wire. */
await runProcess(async (fail): Promise<Stop> => {
  const role = ProcessRole.parse(process.env['TEST_ROLE']);
  const failpoints = ArmedFailpoints.fromEnvironment(process.env['FAILPOINTS']);
  const journal = journalOf(process.env['JOURNAL_RELEASE'] ?? '');
  const common: Omit<KernelOptions, 'role'> = {
    config: readConfig(MessagingConfig, process.env),
    manifests: [journal.manifest],
    log: process.env['TEST_LOG'] ? stderrLog(role) : silent,
    version: '0.0.0',
    failpoints,
    fail,
    inProcess: new InProcessTransport(),
  };
  const kernels: Kernel[] = [];
  const stops: Stop[] = [];

  if (role !== 'api') {
    const kernel = await Kernel.open({ ...common, role: 'worker' });
    kernels.push(kernel);
    const app = await startWorker(kernel, [journal], new NoAudit());
    stops.push(async () => {
      await app.close();
      await kernel.close();
      return app.get(CommandServer).stoppedClean;
    });
  }
  let sender = null;
  if (role !== 'worker') {
    const kernel = await Kernel.open({ ...common, role: 'api' });
    kernels.push(kernel);
    const runtime = new ApiRuntime(kernel);
    await runtime.start();
    sender = runtime.sender;
    stops.unshift(async () => {
      await runtime.stop();
      await kernel.close();
      return true;
    });
  }

  takeOrders({ sender, kernels, failpoints });
  answer({ kind: 'ready' });
  return async () => {
    let clean = true;
    for (const stop of stops) clean = (await stop()) && clean;
    return clean;
  };
});
