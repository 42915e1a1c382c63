import { command, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Code } from './fields.js';
import { VariableView } from './views.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;

export const VariableName = z.string().regex(/^[A-Z_][A-Z0-9_]{0,63}$/, 'must be 1 to 64 of A-Z 0-9 _');
const variable = { organizationId: Id64, repositoryId: Id64.nullable().default(null), name: VariableName };
const variableOf = ({ name }: { name: string }) => ({ subject: { type: 'variable', id: name } });

/**
 * Keeps a variable for machines, already encrypted: the value is never in a message. New machines see it, and present
 * ones after their agent server starts again. Refused: `variable.name_reserved`, `variable.limit`.
 */
export class SetVariable extends command({
  name: 'sandbox.setVariable',
  ...keyed,
  payload: z.object({
    ...variable,
    /** Base64 of at most 32 KiB with what encryption adds. */
    ciphertext: z.base64().max(44_100),
    keyId: z.string().max(40),
    secret: z.boolean(),
    last4: z.string().max(4),
  }),
  result: VariableView,
  audit: { kind: 'variable.set', entry: variableOf },
}) {}

/** Removes a variable. Refused: `variable.unknown`. */
export class RemoveVariable extends command({
  name: 'sandbox.removeVariable',
  ...keyed,
  payload: z.object(variable),
  audit: { kind: 'variable.removed', entry: variableOf },
}) {}

/** Tries a variable as the key of its model's API. Refused: `variable.unknown`, `variable.not_a_model_key`. */
export class TestModelKey extends command({
  name: 'sandbox.testModelKey',
  ...keyed,
  payload: z.object(variable),
  result: VariableView,
  audit: { kind: 'variable.tested', entry: variableOf },
}) {}

/** What the model's API said to the key: `ok`, or why it was refused. */
export class RecordKeyTest extends command({
  name: 'sandbox.recordKeyTest',
  ...keyed,
  payload: z.object({ ...variable, code: Code }),
  audit: { none: 'progress' },
}) {}
