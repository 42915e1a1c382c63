/** Base of the REST API of the GitHub of this installation, without a slash at its end. */
export class GithubApi {
  constructor(readonly apiUrl: string) {}
}

/** Base of its web site. */
export class GithubSite {
  constructor(readonly webUrl: string) {}
}
