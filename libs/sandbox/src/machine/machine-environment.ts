import { Database, Encryption, type SealedTable } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isReserved } from '../domain/reserved-names.js';
import { variableKey } from '../domain/variable-key.js';

const TABLE = 'sandbox.variables';

export const SEALED_VARIABLES: SealedTable = { table: TABLE, row: 'variable', keyId: 'key_id', columns: ['value'] };

/** The place that a variable's value is bound to; the API seals for it. */
export const variablePlace = (of: { organizationId: string; repositoryId: string | null; name: string }) => ({
  table: TABLE,
  column: 'value',
  row: variableKey(of),
});

/** Keys and addresses of models that the instance gives to every trusted machine. */
export class ModelEnvironment {
  constructor(readonly values: Readonly<Record<string, string>>) {}
}

const Row = z.object({
  repositoryId: z.string().nullable(),
  name: z.string(),
  value: z.instanceof(Buffer),
  keyId: z.string(),
});

/** What agents and processes of a machine see: keys of the instance, then of the organization, then of the repository. */
@Injectable()
export class MachineEnvironment {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly models: ModelEnvironment,
  ) {}

  /** Nothing for a fork that nobody trusted. */
  async of(machine: {
    organizationId: string;
    repositoryId: string;
    trusted: boolean;
  }): Promise<Record<string, string>> {
    if (!machine.trusted) return {};
    const { organizationId } = machine;
    const rows = await this.database.sql`
      select repository_id as "repositoryId", name, value, key_id as "keyId" from sandbox.variables
      where organization_id = ${organizationId} and (repository_id is null or repository_id = ${machine.repositoryId})
      order by repository_id nulls first`;
    const environment: Record<string, string> = { ...this.models.values };
    for (const { repositoryId, name, value, keyId } of Row.array().parse(rows)) {
      // Names that were free when it was set may be reserved by a later release.
      if (isReserved(name)) continue;
      const place = variablePlace({ organizationId, repositoryId, name });
      environment[name] = this.encryption.open({ keyId, bytes: value }, place).reveal();
    }
    return environment;
  }
}
