/** A table with encrypted columns, declared in the manifest of its module so that `keys:rotate` finds it. */
export interface SealedTable {
  /** With its schema: `user.github_accounts`. */
  table: string;
  /** Column of the row's key: `row` of the place that values are bound to. */
  row: string;
  /** Column with the id of the key; one for all sealed columns of a row. */
  keyId: string;
  /** Columns of type `bytea`, null allowed. */
  columns: readonly string[];
}
