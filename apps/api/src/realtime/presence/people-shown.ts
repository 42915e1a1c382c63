import { ask } from '@foundry/messaging';
import { UserOf } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

/** A person as the others on a topic see them. */
export interface ShownPerson {
  login: string;
  avatarUrl: string | null;
}

/** Who the people are that look at something. */
export abstract class PeopleShown {
  /** Null: nobody that could be shown. Throws `Unavailable` while storage is away. */
  abstract person(userId: string): Promise<ShownPerson | null>;
}

@Injectable()
export class StoredPeopleShown extends PeopleShown {
  constructor(private readonly queries: QueryBus) {
    super();
  }

  override async person(userId: string): Promise<ShownPerson | null> {
    const user = await ask(this.queries, new UserOf(userId));
    return user && { login: user.login, avatarUrl: user.avatarUrl };
  }
}
