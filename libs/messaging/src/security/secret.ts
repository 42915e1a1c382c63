import { inspect } from 'node:util';

const SHOWN = '[secret]';

/**
 * A value that must not be seen: a token, a key, a verifier. It prints `[secret]` wherever it is shown, and an envelope
 * that holds one is refused. `reveal()` is the one way to the value, so that every use can be found.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

/** Whether a payload holds a secret anywhere. `json` is the payload as text, which nearly always answers alone. */
export function holdsSecret(payload: unknown, json: string): boolean {
  return json.includes(`"${SHOWN}"`) && isWithin(payload);
}

function isWithin(value: unknown): boolean {
  if (value instanceof Secret) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(isWithin);
}
