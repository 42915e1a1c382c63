import type { Subscriber } from '../realtime/topic-source.js';

/** An entity as the kernel knows it: it stores who it belongs to, and nothing else about it. */
export interface KnownEntity {
  module: string;
  entityId: string;
  /** The organization of what it handled; null when there is none, or none is known. */
  organizationId: string | null;
}

/** `administer` includes `read`. */
export type EntityRights = 'none' | 'read' | 'administer';

/** What people may see of entities. The kernel knows no module, so the app answers. Never cached. */
export abstract class EntityAccess {
  /** What the person may do with the entity, a token's scopes and organization taken into account. */
  abstract rightsOf(person: Subscriber, entity: KnownEntity): Promise<EntityRights>;
  /** Organizations that the person administers and the token reaches. */
  abstract administeredBy(person: Subscriber): Promise<readonly string[]>;
}
