import { describe, expect, it } from '@jest/globals';
import { nextStep } from './model.mjs';

const user = (content: unknown) => ({ role: 'user', content });
const result = { role: 'tool', content: 'ok' };
const told = user('Do it.\n\n```sh\nls\n```\n\n```write a/b.md\nOne\nTwo\n```');
const DONE = { content: 'Done.' };
const codex = (...messages: object[]) => nextStep({ model: 'gpt-6', messages, tools: undefined });
const claude = (...messages: object[]) => nextStep({ model: 'claude-x', messages, tools: [{}] });
const call = (name: string, args: object) => ({ toolCalls: [{ name, arguments: JSON.stringify(args) }] });

describe('the model of the real agents', () => {
  it('does what the last message orders, in its order, then is done', () => {
    const leave = { sandbox_permissions: 'require_escalated', justification: 'May I run this?' };
    expect(codex(told)).toEqual(call('exec_command', { cmd: 'ls\n', ...leave }));
    const patch = '*** Begin Patch\n*** Add File: a/b.md\n+One\n+Two\n*** End Patch';
    expect(codex(told, result)).toEqual(call('exec_command', { cmd: `apply_patch <<'EOF'\n${patch}\nEOF\n` }));
    expect(codex(told, result, result)).toEqual(DONE);
  });

  it('calls the tools of Claude Code by their own names, where it offers any', () => {
    expect(claude(told)).toEqual(call('Bash', { command: 'ls' }));
    expect(claude(told, result)).toEqual(call('Write', { file_path: 'a/b.md', content: 'One\nTwo\n' }));
    expect(nextStep({ model: 'claude-x', messages: [told], tools: [] })).toEqual(DONE);
  });

  it('begins again with the next message, in whichever form it comes', () => {
    const next = user([{ type: 'text', text: '```sh\npwd\n```' }]);
    expect(claude(told, result, result, next)).toEqual(call('Bash', { command: 'pwd' }));
    expect(claude(told, result, result, next, result)).toEqual(DONE);
  });

  it('has nothing to do where nobody told it anything', () => {
    expect(codex(user('Hello'))).toEqual(DONE);
  });
});
