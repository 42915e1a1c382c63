/**
 * `npm run e2e:agent`: the main job of the product with a real Codex, from a task to a pull request and to a second person.
 * The agent is fetched on demand; its model is a stand-in on this host. With `--claude` Claude Code does it as well. Exit code
 * 0: all of it happened. Other arguments go to jest.
 */
import { root, run, say } from '../command.mjs';
import { requireNode } from '../node-version.mjs';
import { findServices } from '../services.mjs';
import { fetchAgents } from './fetch.mjs';
import { startModel } from './model.mjs';

async function main() {
  requireNode(root);
  const { env, advice } = await findServices();
  if (!env) {
    say(advice);
    return 1;
  }
  const args = process.argv.slice(2);
  const { modules, agents } = await fetchAgents({ claude: args.includes('--claude') }, say);
  const model = await startModel(modules);
  try {
    const jest = [
      'node_modules/jest/bin/jest.js',
      '--config',
      'jest.agents.config.mjs',
      ...args.filter((arg) => arg !== '--claude'),
    ];
    const parts = { SANDBOX_AGENTS_DIR: modules, E2E_MODEL_URL: model.url, E2E_AGENTS: agents.join(',') };
    return await run(process.execPath, ['--experimental-vm-modules', '--no-warnings', ...jest], { ...env, ...parts });
  } finally {
    await model.stop();
  }
}

process.exitCode = await main();
