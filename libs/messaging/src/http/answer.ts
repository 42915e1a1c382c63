/** An answer with a status or headers of its own. Whatever else a controller returns is sent with the route's first status. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}
