import { withConnection } from './connection.js';

/**
 * Builds the indexes anew that stand in an order of ICU which another version of the library orders otherwise, and notes the version; answers the indexes.
 * A server that was upgraded brings another one, and an index in the order of the old one finds less than there is.
 */
export function renewCollations(ownerUrl: string, schema: string): Promise<string[]> {
  return withConnection(ownerUrl, async (client) => {
    const { rows: changed } = await client.query<{ oid: number; name: string }>(
      `SELECT c.oid, format('%I.%I', n.nspname, c.collname) AS name FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
        WHERE n.nspname = $1 AND c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)`, [schema]);
    const renewed: string[] = [];
    for (const { oid, name } of changed) {
      const { rows: indexes } = await client.query<{ name: string }>(`SELECT indexrelid::regclass::text AS name FROM pg_index WHERE $1 = ANY (indcollation::oid[]) ORDER BY 1`, [oid]);
      for (const index of indexes) {
        await client.query(`REINDEX INDEX CONCURRENTLY ${index.name}`);
        renewed.push(index.name);
      }
      await client.query(`ALTER COLLATION ${name} REFRESH VERSION`);
    }
    return renewed;
  });
}
