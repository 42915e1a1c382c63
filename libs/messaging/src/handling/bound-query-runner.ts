import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** TypeORM on a connection and a transaction that are the kernel's. */
class BoundQueryRunner extends PostgresQueryRunner {
  constructor(driver: PostgresDriver, client: PoolClient) {
    super(driver, 'master');
    this.databaseConnection = client;
    this.isTransactionActive = true;
  }
}

/** An entity manager whose statements run in the transaction that `client` is in. */
export function entityManagerOn(dataSource: DataSource, client: PoolClient): EntityManager {
  const { driver } = dataSource;
  if (!(driver instanceof PostgresDriver)) throw new TypeError('The kernel runs on Postgres only.');
  return dataSource.createEntityManager(new BoundQueryRunner(driver, client));
}
