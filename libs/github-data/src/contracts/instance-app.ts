/** A value that is shown to nobody; `reveal` is the one way to it. */
export interface Hidden {
  reveal(): string;
}

/** The GitHub App of this installation: people sign in with it, and what it is installed on is what is synced. */
export interface InstanceApp {
  appId: string;
  clientId: string;
  clientSecret: Hidden;
  /** PEM. */
  privateKey: Hidden;
  /** Null: GitHub made none, because the App sends no webhooks. */
  webhookSecret: Hidden | null;
  /** The page of the App at GitHub, such as `https://github.com/apps/foundry`; null: it has to be asked for. */
  pageUrl: string | null;
}

/** Port to the App: the one that the environment names, else the one that was made on the set-up page, else null. */
export abstract class InstanceApps {
  /** Throws what reading the database threw, and `NotReadable` when the key that encrypted the App is gone. */
  abstract current(): Promise<InstanceApp | null>;
}

/** Port to the one-time address of the set-up page, which stands for the right to make the App. */
export abstract class SetupLinks {
  /** A fresh address, good for an hour and for one App. */
  abstract issue(): Promise<string>;
}

/** Where people and GitHub reach the product: `PUBLIC_URL`, without a slash at its end. */
export class ProductAddress {
  constructor(readonly publicUrl: string) {}
}
