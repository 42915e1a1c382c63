import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootPath, run } from '../command.mjs';

const MODEL = { '@copilotkit/aimock': '1.43.0' };

/**
 * Agents by their ids. Codex is always fetched, some 440 MB. Claude Code, another 520 MB under terms of its own, only for
 * whoever asks for it once. Nothing of it is a dependency of the product.
 */
const AGENTS = {
  codex: { '@agentclientprotocol/codex-acp': '2.6.0' },
  claude: { '@agentclientprotocol/claude-agent-acp': '0.49.0', '@anthropic-ai/claude-code': '2.1.197' },
};

const folder = join(rootPath, 'node_modules', '.cache', 'foundry', 'agents');

/**
 * Fetches what is absent or of another version. Returns the `node_modules` folder and the ids of the agents in it: Codex,
 * and Claude Code when it is wanted now or was before. Throws when npm fails.
 */
export async function fetchAgents({ claude }, say) {
  const modules = join(folder, 'node_modules');
  const agents = ['codex', ...(claude || isThere(modules, AGENTS.claude) ? ['claude'] : [])];
  const wanted = Object.assign({}, MODEL, ...agents.map((id) => AGENTS[id]));
  if (isThere(modules, wanted)) return { modules, agents };
  say(`Fetching ${Object.keys(wanted).join(', ')} into ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', ['install', '--prefix', folder, ...quiet]);
  if (code !== 0) throw new Error(`npm ended with code ${code}; its message is above.`);
  return { modules, agents };
}

const isThere = (modules, packages) =>
  Object.entries(packages).every(([name, version]) => installed(modules, name) === version);

function installed(modules, name) {
  const manifest = join(modules, name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null;
}
