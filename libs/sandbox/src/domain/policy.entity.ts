import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProviderName } from '../contracts/index.js';

/** What an organization's settings say about machines, as they were last told. */
@Entity({ schema: 'sandbox', name: 'policies' })
export class Policy {
  @PrimaryColumn('bigint', { name: 'organization_id' }) organizationId!: string;
  @Column('integer', { name: 'idle_minutes' }) idleMinutes!: number;
  @Column('jsonb') providers!: ProviderName[];
  @Column('text', { name: 'default_provider', nullable: true }) defaultProvider!: ProviderName | null;

  static of(values: Pick<Policy, 'organizationId' | 'idleMinutes' | 'providers' | 'defaultProvider'>): Policy {
    return Object.assign(new Policy(), values);
  }
}
