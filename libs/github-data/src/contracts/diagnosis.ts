/** One thing that was looked at. `bad`: it does not work like this. `note`: worth knowing, or not to be found out from here. */
export interface Diagnosis {
  state: 'ok' | 'note' | 'bad';
  /** What was looked at, in a few words. */
  about: string;
  /** What was found. Never a secret. */
  says: string;
  /** What to do; null: nothing. */
  remedy: string | null;
}
