import type { Id64 } from '@foundry/messaging/contracts';
import type { UserView } from './views.js';

/** What GitHub says about a person who signs in, or whom the operator adds. */
export interface Person {
  userId: Id64;
  login: string;
  name: string | null;
  avatarUrl: string | null;
}

/**
 * Port to the auth rows of people. They are written in the request, not over a queue, so that nobody waits for a worker
 * to get in.
 */
export abstract class People {
  /** Inserts the person, or refreshes login, name and picture. The GitHub id is the person; a login never is. */
  abstract record(person: Person): Promise<UserView>;
}
