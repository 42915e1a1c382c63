/** The people who run this installation: `FOUNDRY_OPERATORS`. */
export class Operators {
  private readonly ids: ReadonlySet<string>;

  constructor(userIds: readonly string[]) {
    this.ids = new Set(userIds);
  }

  has(userId: string): boolean {
    return this.ids.has(userId);
  }
}
