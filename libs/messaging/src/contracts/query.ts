/**
 * A question to another module, answered in process by its owner: `class MembershipOf extends QueryMessage<Role | null>`.
 * Ask it with `ask(queryBus, question)`. It never causes work.
 */
export abstract class QueryMessage<R> {
  /** Only in the type: what the answer is. */
  declare readonly answer: R;
}
