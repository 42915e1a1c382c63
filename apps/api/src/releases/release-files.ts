import { KERNEL_MANIFEST, type RouteEntry } from '@foundry/messaging';
import { API_MODULES } from '../modules.js';
import { documentOf } from '../openapi/document.js';
import { contractsOf, type MessageContracts } from './message-breaks.js';
import { RETIRING } from './retiring.js';

/** What processes of this release send each other. */
export const presentContracts = (): MessageContracts =>
  contractsOf([KERNEL_MANIFEST, ...API_MODULES.map(({ manifest }) => manifest)], RETIRING);

/** What a release promised, as text by path below `docs`: the next one is held against it. */
export function releaseFiles(routes: readonly RouteEntry[], version: string): Record<string, string> {
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'release/openapi.json': text(documentOf(routes, version)),
    'release/messages.json': text(presentContracts()),
  };
}
