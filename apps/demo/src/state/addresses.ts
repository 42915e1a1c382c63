/** Where the stand-in is reached, in the layout of GitHub Enterprise Server: web at the root, REST below `/api/v3`. */
export class Addresses {
  /** `web` has no slash at its end, e.g. `http://127.0.0.1:4010`. */
  constructor(readonly web: string) {}

  /** Base of all REST routes, to be used as octokit's `baseUrl`. */
  get api(): string {
    return `${this.web}/api/v3`;
  }
}
