import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ClientFrame, ServerFrame } from '@foundry/messaging/contracts';
import { TerminalFrame, TerminalRequest } from '@foundry/sandbox/contracts';
import { API_MODULES } from '../modules.js';
import { asyncDocumentOf } from './document.js';

const manifests = API_MODULES.map(({ manifest }) => manifest);
const document = asyncDocumentOf(API_MODULES, '1.2.3');
const text = JSON.stringify(document);

/** What a pointer such as `#/components/messages/organization.grantRole` names. */
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      document,
    );

type Frames = typeof ClientFrame | typeof ServerFrame | typeof TerminalRequest | typeof TerminalFrame;
const opsOf = (frames: Frames): unknown[] => frames.options.map(({ shape }) => shape.op.value);

describe('the document of messages', () => {
  it('refers only to what it holds', () => {
    const pointers = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer);
    expect(pointers.length).toBeGreaterThan(100);
    expect(pointers.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('holds every command, event and effect of every module', () => {
    const classes = manifests.flatMap(({ commands, events, effects }) => [...commands, ...events, ...effects]);
    const missing = classes
      .map(({ definition }) => definition.name)
      .filter((name) => !at(`#/components/messages/${name}`));
    expect(missing).toEqual([]);
  });

  it('names the queue of each partition and its single active consumer', () => {
    expect(at('#/channels/organization.commands/x-queues/7')).toMatchObject({
      name: 'organization.commands.7',
      arguments: { 'x-single-active-consumer': true },
      bindings: [{ exchange: 'foundry.commands', key: 'organization.7.#' }],
    });
  });

  it('holds every frame of the socket and its close codes', () => {
    for (const op of opsOf(ClientFrame)) expect(at(`#/components/messages/client.${String(op)}`)).toBeDefined();
    for (const op of opsOf(ServerFrame)) expect(at(`#/components/messages/server.${String(op)}`)).toBeDefined();
    expect(at('#/channels/realtime/x-close-codes/signedOut')).toBe(4001);
    for (const op of opsOf(TerminalRequest)) {
      expect(at(`#/channels/terminal/messages/terminal.client.${String(op)}`)).toBeDefined();
    }
    for (const op of opsOf(TerminalFrame)) {
      expect(at(`#/components/messages/terminal.server.${String(op)}`)).toBeDefined();
    }
    expect(at('#/components/messages/terminal.client.bytes/contentType')).toBe('application/octet-stream');
    expect(at('#/channels/terminal/x-close-codes/readOnly')).toBe(4003);
    expect(at('#/channels/realtime/x-topics')).toEqual(expect.arrayContaining(['app', 'history', 'organization']));
  });
});
