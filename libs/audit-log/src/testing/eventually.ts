const PAUSE_MS = 25;

/** Tries again until the assertion holds; after `limitMs` its last failure is the test's. */
export async function eventually(assertion: () => Promise<void>, limitMs = 15_000): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
