import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BLOCK = /```(sh|write) ?(\S*)\n(.*?)```/gs;

/**
 * Starts a service of models whose model does as it is told: a block of `sh` in the last message of a person is a command to
 * run, one of `write <path>` a file to make. It does them in their order, and then says that it is done. `modules` has
 * `@copilotkit/aimock`. Returns its address and what stops it.
 */
export async function startModel(modules) {
  const entry = join(modules, '@copilotkit', 'aimock', 'dist', 'index.js');
  const { LLMock } = await import(pathToFileURL(entry).href);
  const service = new LLMock({ port: 0 });
  service.addFixture({ match: { predicate: () => true }, response: nextStep });
  await service.start();
  return { url: service.url, stop: () => service.stop() };
}

/** What the model does next: the first order of the last message of a person that has no result yet. */
export function nextStep({ model, messages, tools }) {
  const asked = messages.findLastIndex(({ role, content }) => role === 'user' && ordersOf(content).length > 0);
  const done = messages.slice(asked + 1).filter(({ role }) => role === 'tool').length;
  const order = asked < 0 ? undefined : ordersOf(messages[asked].content)[done];
  const isClaude = model.startsWith('claude');
  // Claude Code has its model do other things too, such as finding a title, without any tools.
  if (order === undefined || (isClaude && (tools ?? []).length === 0)) return { content: 'Done.' };
  const { name, args } = isClaude ? claudeCall(order) : codexCall(order);
  return { toolCalls: [{ name, arguments: JSON.stringify(args) }] };
}

function ordersOf(content) {
  const text = typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n');
  return [...text.matchAll(BLOCK)].map(([, kind, path, body]) => ({ kind, path, body }));
}

/** Codex takes `apply_patch` for an edit. It asks people about a command only if that wants to leave its own sandbox. */
function codexCall({ kind, path, body }) {
  const name = 'exec_command';
  if (kind === 'sh') {
    return { name, args: { cmd: body, sandbox_permissions: 'require_escalated', justification: 'May I run this?' } };
  }
  const added = body.replace(/^(?=.)/gm, '+');
  return {
    name,
    args: { cmd: `apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: ${path}\n${added}*** End Patch\nEOF\n` },
  };
}

function claudeCall({ kind, path, body }) {
  if (kind === 'sh') return { name: 'Bash', args: { command: body.trim() } };
  return { name: 'Write', args: { file_path: path, content: body } };
}
