import { connect } from 'amqplib';

const PATIENCE_MS = 5_000;

/** Whether a broker lets us in at this address: null, or why not, without the password. It is left at once. */
export async function probeBroker(url: string): Promise<string | null> {
  try {
    const connection = await connect(url, { timeout: PATIENCE_MS });
    connection.on('error', () => undefined); // without a listener a connection that is lost now ends the process
    await connection.close();
    return null;
  } catch (error) {
    // Everything that amqplib and the network say here is about this address, and is what the caller wants to know.
    const reason = error instanceof Error ? error.message || error.name : String(error);
    const { password } = new URL(url);
    return password === '' ? reason : reason.replaceAll(decodeURIComponent(password), '***');
  }
}
