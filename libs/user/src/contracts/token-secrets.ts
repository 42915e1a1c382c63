/** A new secret with what may be known of it: `hash` is its SHA-256 in hex. */
export interface NewTokenSecret {
  secret: string;
  hash: string;
  prefix: string;
}

/** Port to the form of API tokens, for whoever makes one: the API for people, the command line for the operator. */
export abstract class TokenSecrets {
  abstract draw(): NewTokenSecret;
}
