import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { VariableView } from '../contracts/index.js';

const time = z.date().transform((at) => at.toISOString());
const Row = z.object({ ...VariableView.shape, testedAt: time.nullable(), updatedAt: time });

/** Variables of an organization, without values. */
@Injectable()
export class VariableRows {
  constructor(private readonly database: Database) {}

  async list(organizationId: string): Promise<VariableView[]> {
    const rows = await this.database.sql`
      select name, repository_id as "repositoryId", secret, last4,
        tested_at as "testedAt", test_code as "testCode", updated_by as "updatedBy", updated_at as "updatedAt"
      from sandbox.variables where organization_id = ${organizationId}
      order by name, repository_id nulls first`;
    return Row.array().parse(rows);
  }
}
