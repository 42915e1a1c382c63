import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Budgets } from '../contracts/index.js';

/** What the organization's settings say about turns, kept here so that deciding asks no other module. */
@Entity({ schema: 'task', name: 'limits' })
export class Limits {
  @PrimaryColumn('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('jsonb') budgets!: Budgets;
  @Column('integer', { name: 'turn_limit_minutes' }) turnLimitMinutes!: number;

  /** As every organization begins. */
  static usual(organizationId: Id64): Limits {
    const none = { perTask: null, perUserMonth: null, perOrganizationMonth: null };
    return Limits.of({ organizationId, budgets: none, turnLimitMinutes: 240 });
  }

  static of(values: { organizationId: Id64; budgets: Budgets; turnLimitMinutes: number }): Limits {
    const { organizationId, budgets, turnLimitMinutes } = values;
    return Object.assign(new Limits(), { organizationId, budgets, turnLimitMinutes });
  }
}
