/** Whether a server answers a login. Libraries are loaded late, because this file is read before they are installed. */

const patience = 3_000;

/** Logs in to a Postgres; false when nobody listens or the login is refused. */
export async function answersPostgres(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    return false;
  }
  await client.end();
  return true;
}

/** Logs in to a RabbitMQ; false when nobody listens or the login is refused. */
export async function answersAmqp(url) {
  const { connect } = await import('amqplib');
  try {
    const connection = await connect(url, { timeout: patience });
    connection.on('error', () => undefined);
    await connection.close();
  } catch {
    return false;
  }
  return true;
}
