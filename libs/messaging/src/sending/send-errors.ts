import { Rejection } from '../rejections/rejection.js';

/** Larger content is stored as a row first and named by id. */
export class EnvelopeTooLarge extends Rejection {
  constructor(name: string) {
    super(
      'request.too_large',
      'invalid',
      `${name} carries more than 256 KiB; store the content first and name it by id.`,
    );
  }
}

/** Two reactions that answer each other: a bug, ended here. */
export class TooManyHops extends Error {
  constructor(name: string) {
    super(`${name} would be step 33 of one chain of causes; that is a loop.`);
    this.name = 'TooManyHops';
  }
}

/** A secret was about to be stored with a message: a bug, ended here. */
export class SecretInEnvelope extends Error {
  constructor(name: string) {
    super(`${name} carries a secret; store it encrypted in a row, and name the row.`);
    this.name = 'SecretInEnvelope';
  }
}
