import { withConnection } from '../../src/database/connection.js';

/** Everything that migrations make, in words, to compare what two ways led to: columns, constraints, indexes, functions, triggers, policies, rights. */
export async function shapeOf(url: string): Promise<string[]> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ what: string }>(`
      WITH own AS (SELECT n.nspname || '.' || c.relname AS name, c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('auth', 'crm') AND c.relname <> '_prisma_migrations')
      SELECT name || ' ' || relkind::text || ' ' || relrowsecurity::text || relforcerowsecurity::text || ' ' || coalesce(array_to_string(relacl, ','), '') AS what FROM own WHERE relkind NOT IN ('i', 'I')
      UNION ALL SELECT name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
        FROM own JOIN pg_attribute a ON a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE relkind NOT IN ('i', 'I')
      UNION ALL SELECT name || ' ' || pg_get_constraintdef(k.oid) FROM own JOIN pg_constraint k ON k.conrelid = own.oid WHERE k.contype <> 'n'
      UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM own JOIN pg_index i ON i.indrelid = own.oid
      UNION ALL SELECT pg_get_triggerdef(t.oid) FROM own JOIN pg_trigger t ON t.tgrelid = own.oid AND NOT t.tgisinternal
      UNION ALL SELECT name || ' ' || p.polname || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') FROM own JOIN pg_policy p ON p.polrelid = own.oid
      UNION ALL SELECT p.proname || ' ' || md5(p.prosrc) || ' ' || p.prosecdef::text || ' ' || coalesce(array_to_string(p.proacl, ','), '') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('auth', 'crm')
      ORDER BY 1`);
    return rows.map(({ what }) => what);
  });
}
