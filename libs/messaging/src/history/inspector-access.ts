import { Injectable } from '@nestjs/common';
import type { EntityRef } from '../contracts/index.js';
import { Database } from '../database/database.js';
import type { Caller } from '../http/access.js';
import { NotFound, RoleTooLow } from '../rejections/rejection.js';
import type { CommandRow } from './command-rows.js';
import { EntityAccess, type KnownEntity } from './entity-access.js';
import { ownerOf } from './entity-owner.js';

/** Who may see and do what in the inspector. Unknown and another tenant's are one answer: `resource.not_found`. */
@Injectable()
export class InspectorAccess {
  constructor(
    private readonly database: Database,
    private readonly access: EntityAccess,
  ) {}

  /** Whoever may read the entity. */
  async entity(caller: Caller, ref: EntityRef): Promise<{ entity: KnownEntity; isAdmin: boolean }> {
    const entity = await ownerOf(this.database.sql, ref);
    const rights = await this.access.rightsOf(caller, entity);
    if (rights === 'none') throw new NotFound('This entity');
    return { entity, isAdmin: rights === 'administer' };
  }

  /** The sender of the command, admins of its organization, operators. */
  async command(caller: Caller, command: CommandRow | null): Promise<{ command: CommandRow; isAdmin: boolean }> {
    if (!command || isBeyondToken(caller, command.organization_id)) throw new NotFound('This command');
    const rights = await this.access.rightsOf(caller, {
      module: command.module,
      entityId: command.entity_id,
      organizationId: command.organization_id,
    });
    const isAdmin = rights === 'administer';
    if (isSender(caller, command.actor) || caller.operator || isAdmin) return { command, isAdmin };
    if (rights === 'read') throw new RoleTooLow('admin');
    throw new NotFound('This command');
  }

  /** Admins of the organization that something belongs to, and operators; what belongs to none is for operators only. */
  async mustAdminister(caller: Caller, entity: KnownEntity, thing: string): Promise<void> {
    if (isBeyondToken(caller, entity.organizationId)) throw new NotFound(thing);
    if (caller.operator) return;
    if (entity.organizationId === null) throw new NotFound(thing);
    const rights = await this.access.rightsOf(caller, entity);
    if (rights === 'none') throw new NotFound(thing);
    if (rights === 'read') throw new RoleTooLow('admin');
  }

  /** The organizations whose things a list may show; null for everything. `wanted` narrows it to one. */
  async organizations(caller: Caller, wanted: string | undefined): Promise<readonly string[] | null> {
    if (caller.operator && caller.organizationId === null) return wanted === undefined ? null : [wanted];
    const own = caller.operator && caller.organizationId !== null ? [caller.organizationId] : [];
    const administered = [...own, ...(await this.access.administeredBy(caller))];
    if (administered.length === 0) throw new RoleTooLow('admin');
    if (wanted === undefined) return administered;
    if (!administered.includes(wanted)) throw new NotFound('This organization');
    return [wanted];
  }

  /** Which organizations of a chain the caller may see, beside that of the command they asked about. */
  async readable(caller: Caller, own: string | null, entities: readonly KnownEntity[]): Promise<ReadonlySet<string>> {
    const readable = new Set(own === null ? [] : [own]);
    const others = new Map(entities.map((entity) => [entity.organizationId, entity]));
    for (const [organizationId, entity] of others) {
      if (organizationId === null || readable.has(organizationId)) continue;
      if (isBeyondToken(caller, organizationId)) continue;
      if (caller.operator || (await this.access.rightsOf(caller, entity)) !== 'none') readable.add(organizationId);
    }
    return readable;
  }
}

const isBeyondToken = (caller: Caller, organizationId: string | null): boolean =>
  caller.organizationId !== null && caller.organizationId !== organizationId;

const isSender = (caller: Caller, actor: CommandRow['actor']): boolean =>
  actor.kind === 'user' && actor.userId === caller.actor.userId;
