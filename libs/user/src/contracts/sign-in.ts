import type { CommandMessage, Id64 } from '@foundry/messaging/contracts';

/** The GitHub App that people sign in with, and where its GitHub is. */
export interface GithubApp {
  /** Base of the web site, such as `https://github.com`. */
  webUrl: string;
  /** Base of the REST API, such as `https://api.github.com`. */
  apiUrl: string;
  clientId: string;
  clientSecret: { reveal(): string };
}

/** What the app hands to this module: where people reach the product, who may come in, and by which GitHub App. */
export class SignInSettings {
  constructor(
    /** `PUBLIC_URL`. */
    readonly publicUrl: string,
    /** Null: the product is not set up yet. Asked for each sign-in, because an App may be made while the product runs. */
    readonly github: () => Promise<GithubApp | null>,
    /** GitHub ids of those who may sign in; empty: everybody. */
    readonly allowedUsers: readonly Id64[] = [],
  ) {}
}

/** Port to what other modules want to be asked for when somebody has signed in, in the same commit. */
export abstract class SignInFollowUps {
  abstract commandsFor(person: { userId: Id64; login: string }): readonly CommandMessage[];
}

/** The version of the product, for the first screen. */
export class Instance {
  constructor(
    readonly version: string,
    /** The one-process run on embedded parts. */
    readonly embedded: boolean,
    /** Something is paid for: no payment provider is connected unless the app says so. */
    readonly billing = false,
  ) {}
}
