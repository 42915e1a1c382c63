import type { OperationInput } from '../domain/operation-input.js';
import { Operation } from '../domain/operation.entity.js';
import { ANA, at, idOf, named, OPERATION } from './tasks.js';

export const SHA = 'a'.repeat(40);
export const PUSH: OperationInput = { kind: 'push', commitMessage: null, force: null };
/** The first row of a kind. */
export const one = <E extends object>(rows: readonly object[], type: new () => E): E => {
  const found = rows.find((row): row is E => row instanceof type);
  if (!found) throw new Error('There is no such row.');
  return found;
};
export const operationIn = (rows: readonly object[]) => one(rows, Operation);

/** One that waits for what it needs. */
export function anOpen(input: OperationInput, over: Partial<Operation> = {}, person = ANA): Operation {
  const steps = ['sandbox', 'identity', 'push'] as const;
  const asked = { ...named, operationId: OPERATION, input, requestedBy: person.userId, person, steps };
  return Object.assign(Operation.ask(asked, at(0)), { deadlineAt: at(300) }, over);
}
/** One whose push runs. */
export const working = (input: OperationInput = PUSH, over: Partial<Operation> = {}) =>
  anOpen(input, {
    state: 'running',
    step: 'push',
    need: 'ready',
    needGeneration: 1,
    effectId: idOf(60),
    isHolding: true,
    ...over,
  });
