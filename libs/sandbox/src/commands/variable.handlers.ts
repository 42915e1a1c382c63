import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  RecordKeyTest,
  RemoveVariable,
  SetVariable,
  TestModelKey,
  TryModelKey,
  VariableView,
} from '../contracts/index.js';
import { VARIABLE_LIMIT } from '../domain/limits.js';
import { NotAModelKey, VariableLimit, VariableNameReserved, VariableUnknown } from '../domain/rejections.js';
import { isReserved } from '../domain/reserved-names.js';
import { variableKey } from '../domain/variable-key.js';
import { personOf } from './keep.js';

const Count = z.array(z.object({ count: z.coerce.number() }));
const MODEL_KEYS = ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY'];

const Row = z
  .object({ testedAt: z.date().nullable(), updatedAt: z.date() })
  .and(VariableView.omit({ testedAt: true, updatedAt: true }))
  .transform((row): VariableView => ({
    ...row,
    testedAt: row.testedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }));

async function variable(tx: Tx, of: { organizationId: string; repositoryId: string | null; name: string }) {
  const rows = await tx.sql`select name, repository_id as "repositoryId", secret, last4, tested_at as "testedAt",
      test_code as "testCode", updated_by as "updatedBy", updated_at as "updatedAt"
    from sandbox.variables where variable = ${variableKey(of)}`;
  return Row.array().parse(rows)[0] ?? null;
}

async function mustExist(tx: Tx, of: { organizationId: string; repositoryId: string | null; name: string }) {
  const found = await variable(tx, of);
  if (!found) throw new VariableUnknown();
  return found;
}

@CommandHandler(SetVariable)
export class SetVariableHandler extends Handler<SetVariable> {
  async handle({ payload }: SetVariable, tx: Tx): Promise<VariableView> {
    const { organizationId, repositoryId, name, ciphertext, keyId, secret, last4 } = payload;
    if (isReserved(name)) throw new VariableNameReserved(name);
    const known = await variable(tx, payload);
    const [row] = Count.parse(
      await tx.sql`select count(*) as count from sandbox.variables where organization_id = ${organizationId}`,
    );
    if (!known && (row?.count ?? 0) >= VARIABLE_LIMIT) throw new VariableLimit(VARIABLE_LIMIT);
    await tx.sql`insert into sandbox.variables (variable, organization_id, repository_id, name, value, key_id, secret, last4,
        updated_by, updated_at)
      values (${variableKey(payload)}, ${organizationId}, ${repositoryId}, ${name}, decode(${ciphertext}, 'base64'),
        ${keyId}, ${secret}, ${last4}, ${personOf(tx)}, ${tx.now})
      on conflict (variable) do update set value = excluded.value, key_id = excluded.key_id, secret = excluded.secret,
        last4 = excluded.last4, tested_at = null, test_code = null, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at`;
    return mustExist(tx, payload);
  }
}

@CommandHandler(RemoveVariable)
export class RemoveVariableHandler extends Handler<RemoveVariable> {
  async handle({ payload }: RemoveVariable, tx: Tx): Promise<null> {
    await mustExist(tx, payload);
    await tx.sql`delete from sandbox.variables where variable = ${variableKey(payload)}`;
    return null;
  }
}

@CommandHandler(TestModelKey)
export class TestModelKeyHandler extends Handler<TestModelKey> {
  async handle({ payload }: TestModelKey, tx: Tx): Promise<VariableView> {
    const found = await mustExist(tx, payload);
    if (!MODEL_KEYS.includes(payload.name)) throw new NotAModelKey();
    tx.perform(new TryModelKey(payload));
    return found;
  }
}

@CommandHandler(RecordKeyTest)
export class RecordKeyTestHandler extends Handler<RecordKeyTest> {
  async handle({ payload }: RecordKeyTest, tx: Tx): Promise<null> {
    await tx.sql`update sandbox.variables set tested_at = ${tx.now}, test_code = ${payload.code}
      where variable = ${variableKey(payload)}`;
    return null;
  }
}
