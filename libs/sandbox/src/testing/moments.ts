import { NOON } from '@foundry/messaging/testing';
import { derivedId } from '@foundry/messaging';
import { Sandbox } from '../domain/sandbox.entity.js';
import type { Moment } from '../domain/sandbox-transitions.js';
import type { Intent } from '../domain/intents.js';

export const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const MINUTE = 60_000;

let decisions = 0;

/** A decision so many minutes after noon. */
export function minute(after: number): Moment {
  decisions += 1;
  const decision = String(decisions);
  return { now: new Date(NOON.getTime() + after * MINUTE), id: (label) => derivedId(decision, label) };
}

/** A sandbox that was just asked for. */
export function aRequested(overrides: Partial<Parameters<typeof Sandbox.request>[0]> = {}): Sandbox {
  const wanted = {
    organizationId: '9919',
    sandboxId: ID,
    taskId: ID,
    repositoryId: '77',
    cloneUrl: 'https://github.com/acme/orders.git',
    branch: 'foundry/work',
    baseBranch: 'main',
    branchMode: 'any' as const,
    requestedBy: '42',
    provider: 'local' as const,
    trusted: true,
    onExpired: 'recreate' as const,
    idleMinutes: 15,
    lastCheckpoint: null,
  };
  return Sandbox.request({ ...wanted, ...overrides }, minute(0));
}

/** One that is ready since noon. */
export function aReady(overrides: Parameters<typeof aRequested>[0] = {}): Sandbox {
  const sandbox = aRequested(overrides);
  sandbox.beginProvisioning(minute(0));
  sandbox.provisioned({ isolation: 'container', homePath: '/home/sandbox', expiresAt: null }, minute(0));
  sandbox.started(minute(0));
  sandbox.prepared(null, minute(0));
  sandbox.takeIntents();
  return sandbox;
}

/** What it decided since it was last asked, in words: `ask sandbox.provision`, `tell sandbox.ready`. */
export const decided = (sandbox: Sandbox): string[] => sandbox.takeIntents().map(word);

function word(intent: Intent): string {
  switch (intent.kind) {
    case 'ask':
      return `ask ${nameOf(intent.effect)}`;
    case 'tell':
      return `tell ${nameOf(intent.event)}`;
    case 'schedule':
      return `at ${intent.at.toISOString().slice(11, 16)} ${nameOf(intent.command)}`;
    case 'unschedule':
      return `never ${intent.key.split(':')[0] ?? ''}`;
    default:
      return intent.kind;
  }
}

function nameOf(message: object): string {
  const type: unknown = message.constructor;
  if (typeof type !== 'function' || !('definition' in type)) return '';
  const { definition } = type;
  return typeof definition === 'object' && definition !== null && 'name' in definition ? String(definition.name) : '';
}
