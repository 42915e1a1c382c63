import { settings } from './settings.js';
import { startGithub } from './start.js';

/** Runs the stand-in as a process: one JSON line says where it is, and SIGTERM or SIGINT ends it with all saved. */
const running = await startGithub(settings(process.env));
process.stdout.write(`${JSON.stringify({ webUrl: running.webUrl, apiUrl: running.apiUrl })}\n`);

let ending = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void running.close().then(() => process.exit(0));
  });
}
