import { each, type Rule } from './rule.js';

const MUTATING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What a route does and who may. */
export const MEANING: readonly Rule[] = [
  {
    name: 'rights-are-declared',
    demands:
      'what changes something is not public unless its body is signed, and a path of an organization names a scope or is closed to tokens',
    faults: (routes) =>
      each(routes, ({ access, method, path }) => [
        access.public && !access.signed && MUTATING.has(method) ? 'is public and changes something' : undefined,
        path.includes(':organizationId') && !access.scope && !access.sessionOnly ? 'names no scope' : undefined,
      ]),
  },
  {
    name: 'changes-are-commands',
    demands: 'a mutating route sends a command or says why it writes directly; a read does neither',
    faults: (routes) =>
      each(routes, ({ method, definition: { command, direct } }) => [
        MUTATING.has(method) && !command && !direct ? 'changes something without a command' : undefined,
        !MUTATING.has(method) && (command ?? direct) ? 'is a read that changes something' : undefined,
      ]),
  },
];
