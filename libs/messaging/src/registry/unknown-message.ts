/** A message of a newer release reached this process: given back, so that a newer worker may take it. */
export class UnknownMessage extends Error {
  constructor(name: string, v: number) {
    super(`This release does not know ${name} in version ${String(v)}.`);
    this.name = 'UnknownMessage';
  }
}
