/**
 * Waits for all of these, then throws the first failure. The statements of a command may go to the database together, but
 * none of them may come after the command has failed: it would land in the next transaction of that connection.
 */
export async function sideBySide(works: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(works);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
