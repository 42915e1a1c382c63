import { type Id64, QueryMessage } from '@foundry/messaging/contracts';

/** Who a person is on a task and in its commits. */
export interface Identity {
  userId: Id64;
  login: string;
  avatarUrl: string | null;
  /** For `user.name` of git: never empty, and nothing in it that git would drop. */
  commitName: string;
  /** For `user.email`: the noreply address of GitHub, or the verified primary one if the person chose so. */
  commitEmail: string;
}

/** The identity of a person, resolved here and nowhere else; null when they never signed in or deleted their account. */
export class IdentityOf extends QueryMessage<Identity | null> {
  constructor(readonly userId: Id64) {
    super();
  }
}
