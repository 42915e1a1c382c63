/** The tool was called wrongly; the message says how. */
export class WrongUse extends Error {}

/** Runs a tool for a person at a terminal: its lines go to the output, its number is the exit code; 2 when it could not run. */
export async function runTool(work: (say: (line: string) => void) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    // Whatever stopped it, the person needs one sentence, and scripts need the code.
    process.stderr.write(`could not run: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
