import type { Role } from '@foundry/messaging';

/** What an active member may do in an organization right now; null for everybody else. Never cached. */
export abstract class Memberships {
  abstract roleOf(userId: string, organizationId: string): Promise<Role | null>;
}
