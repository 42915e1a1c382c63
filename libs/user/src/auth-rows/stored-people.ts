import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { People, Person, UserView } from '../contracts/index.js';
import { recordPerson } from './person-row.js';

/** The table of people, for whoever adds one without a sign-in. */
@Injectable()
export class StoredPeople implements People {
  constructor(private readonly database: Database) {}

  record(person: Person): Promise<UserView> {
    return this.database.transaction((sql) => recordPerson(sql, person, false));
  }
}
