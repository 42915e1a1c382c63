/** A token with the time until which it is used: five minutes before its end. */
export interface HeldToken {
  token: string;
  until: number;
}

export const USED_UNTIL_MS = 5 * 60_000;

/** The tokens of installations, in memory only; one is minted at a time for each. */
export class InstallationTokens {
  private readonly held = new Map<string, Promise<HeldToken>>();

  async of(key: string, mint: () => Promise<HeldToken>): Promise<string> {
    const known = this.held.get(key);
    if (known) {
      const { token, until } = await known;
      if (until > Date.now()) return token;
      if (this.held.get(key) === known) this.held.delete(key);
      return this.of(key, mint);
    }
    const minted = mint();
    this.held.set(key, minted);
    try {
      return (await minted).token;
    } catch (error) {
      if (this.held.get(key) === minted) this.held.delete(key);
      throw error;
    }
  }

  forget(installationId: string): void {
    for (const key of this.held.keys()) if (key.startsWith(`${installationId} `)) this.held.delete(key);
  }
}
