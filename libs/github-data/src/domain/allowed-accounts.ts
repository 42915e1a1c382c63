/** The accounts that this instance serves: ids, or logins in lower case. Empty: everybody. */
export class AllowedAccounts {
  constructor(private readonly accounts: ReadonlySet<string>) {}

  has(accountId: string, login: string): boolean {
    return this.accounts.size === 0 || this.accounts.has(accountId) || this.accounts.has(login.toLowerCase());
  }
}
