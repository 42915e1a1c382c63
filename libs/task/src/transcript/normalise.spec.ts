import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOON } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { RpcMessage, SessionUpdate } from './acp.js';
import { Draft } from './draft.js';
import { normalise, type TranscriptOp } from './normalise.js';
import { Secrets } from './redact.js';
import { TurnTranscript } from './turn-transcript.js';

const Recording = z.array(z.object({ dir: z.enum(['c', 'a']), m: RpcMessage }));

/** What an agent said in a recorded turn. */
function recorded(agent: string): unknown[] {
  const file = join(import.meta.dirname, '../../test/recordings', `${agent}.json`);
  return Recording.parse(JSON.parse(readFileSync(file, 'utf8'))).flatMap(({ dir, m }) =>
    dir === 'a' && m.method === 'session/update' ? [SessionUpdate.parse(m.params).update] : [],
  );
}

/** The entries that a stream of updates becomes. */
function entriesOf(updates: readonly unknown[]) {
  const draft = new Draft((text) => text);
  const transcript = new TurnTranscript(draft, new Secrets([]), { lastEventId: null, skip: 0, inside: null });
  const beside: TranscriptOp[] = [];
  updates.forEach((update, index) => {
    transcript.seen(index + 1);
    for (const op of normalise(update)) {
      if (op.op === 'text') transcript.text(op.kind, op.text, 0);
      else if (op.op === 'tool') transcript.tool(op.call, NOON);
      else if (op.op === 'plan') transcript.plan(op.entries);
      else if (op.op === 'notice') transcript.notice(op.code, op.text, op.raw);
      else beside.push(op);
    }
  });
  transcript.endText();
  return { items: draft.changes(), beside };
}

const chunk = (text: string, kind = 'agent_message_chunk') => ({
  sessionUpdate: kind,
  content: { type: 'text', text },
});

describe('what agents say becomes entries', () => {
  it('of Claude Code', () => {
    const { items, beside } = entriesOf(recorded('claude'));
    expect(items).toMatchObject([
      {
        kind: 'tool_call',
        open: false,
        data: {
          kind: 'execute',
          title: expect.stringContaining('echo'),
          status: 'completed',
          input: { description: 'Create file' },
          output: { head: expect.stringContaining('agent-made.txt'), tail: '' },
        },
      },
      { kind: 'assistant_text', text: 'Done: I created agent-made.txt.' },
      {
        kind: 'tool_call',
        data: {
          kind: 'edit',
          title: 'Write w.txt',
          status: 'completed',
          locations: [{ path: '/home/user/repo/w.txt', line: null }],
          diffs: [{ path: '/home/user/repo/w.txt', oldText: null, newText: 'written\n' }],
          output: { head: expect.stringContaining('File created') },
        },
      },
      { kind: 'assistant_text', text: 'Wrote it.' },
    ]);
    expect(beside).toContainEqual({ op: 'cost', amount: 0, currency: 'USD' });
    expect(beside[0]).toMatchObject({ op: 'session', news: { commands: expect.any(Array) } });
  });

  it('of Codex, whose terminal speaks beside the content', () => {
    const { items, beside } = entriesOf(recorded('codex'));
    expect(items).toMatchObject([
      { kind: 'assistant_text', text: expect.stringMatching(/^Warning: Model metadata/) },
      { kind: 'tool_call', data: { exitCode: 0, output: { head: expect.stringContaining('agent-made.txt') } } },
      { kind: 'assistant_text', text: expect.stringMatching(/^Done: I created agent-made.txt\.Warning/) },
    ]);
    expect(beside).toContainEqual({ op: 'session', news: { title: 'RUN_SHELL a' } });
  });

  it('of OpenCode, which repeats the whole call', () => {
    const { items } = entriesOf(recorded('opencode'));
    expect(items).toMatchObject([
      {
        kind: 'tool_call',
        data: { exitCode: 0, status: 'completed', output: { head: expect.stringMatching(/^total/) } },
      },
      { kind: 'assistant_text', text: 'Done: I created agent-made.txt.' },
      {
        kind: 'tool_call',
        data: { title: expect.stringContaining('w.txt'), output: { head: 'Wrote file successfully.' } },
      },
      { kind: 'assistant_text', text: 'Wrote it.' },
    ]);
  });

  it('with nothing of a recording left out', () => {
    for (const agent of ['claude', 'codex', 'opencode']) {
      expect(entriesOf(recorded(agent)).items.map(({ kind }) => kind)).not.toContain('notice');
    }
  });
});

describe('the entries', () => {
  it('join pieces until something else comes', () => {
    const thought = (text: string) => chunk(text, 'agent_thought_chunk');
    const call = { sessionUpdate: 'tool_call', toolCallId: 'a', title: 'Read' };
    const done = { sessionUpdate: 'tool_call_update', toolCallId: 'a', status: 'completed' };
    const { items } = entriesOf([thought('hm'), chunk('a'), chunk('b'), call, chunk('c'), done, chunk('d')]);
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['reasoning', 'hm'],
      ['assistant_text', 'ab'],
      ['tool_call', ''],
      ['assistant_text', 'cd'],
    ]);
  });

  it('go on after 64 KiB, between characters', () => {
    const { items } = entriesOf([chunk('ü'.repeat(50_000)), chunk(`${'😀'.repeat(20_000)}end`)]);
    expect(items.map(({ bytes }) => bytes)).toEqual([65_536, 65_536, 48_931]);
    expect(items.map(({ text }) => text).join('')).toBe(`${'ü'.repeat(50_000)}${'😀'.repeat(20_000)}end`);
    expect(items.every(({ text }) => !/\p{Cs}/u.test(text))).toBe(true);
  });

  it('keep beginning and end of long output, little of long input, and fit into a frame', () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `"line" ${String(index)}`).join('\n');
    const content = [
      { type: 'content', content: { type: 'text', text: lines } },
      { type: 'diff', path: 'a.txt', oldText: 'x'.repeat(100_000), newText: 'y'.repeat(100_000) },
    ];
    const call = {
      sessionUpdate: 'tool_call',
      toolCallId: 'a',
      title: 't',
      rawInput: { big: 'z'.repeat(99_999) },
      content,
    };
    const [item] = entriesOf([call]).items;
    expect(Buffer.byteLength(JSON.stringify(item?.data))).toBeLessThan(92 * 1_024);
    expect(item?.data).toMatchObject({
      output: { head: expect.stringMatching(/^"line" 0\n/), tail: expect.stringMatching(/39999$/) },
      diffsCut: true,
    });
  });

  it('have one plan, the newest', () => {
    const plan = (status: string) => ({
      sessionUpdate: 'plan',
      entries: [{ content: 'Do it', priority: 'high', status }],
    });
    const { items } = entriesOf([plan('pending'), chunk('x'), plan('completed')]);
    expect(items).toMatchObject([
      { kind: 'plan', data: { entries: [{ content: 'Do it', status: 'completed' }] } },
      { kind: 'assistant_text' },
    ]);
  });

  it('show what is not known in its raw form, and never drop it', () => {
    const odd = { sessionUpdate: 'hologram', depth: 3 };
    const broken = { sessionUpdate: 'tool_call', title: 'no id' };
    const { items } = entriesOf([odd, broken, 7, null, chunk('\0\uD800')]);
    expect(items.map(({ kind }) => kind)).toEqual(['notice', 'notice', 'notice', 'notice', 'assistant_text']);
    expect(items[0]).toMatchObject({ data: { code: 'agent.unknown_update', raw: odd } });
    expect(items[4]?.text).toBe('\uFFFD\uFFFD');
  });

  it('do not repeat the prompt', () => {
    expect(entriesOf([chunk('again', 'user_message_chunk')]).items).toEqual([]);
  });
});
