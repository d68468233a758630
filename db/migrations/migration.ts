/** One numbered step of the schema. It touches only the database, never a file, and is frozen once released. */
export interface Migration {
  /** The `user_version` after it. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
