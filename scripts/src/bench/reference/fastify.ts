import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { contactsPage, oneContact } from './statements.js';

/** The bare server: fastify and pg, prepared statements, no sign-in, no wall, no logs. What a list costs at least. */
async function main([url, port, workspaceId, ownerId]: string[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=crm,public -c app.workspace_id=${workspaceId}` });
  const server = Fastify();
  const lifecycle = { type: 'object', properties: { lifecycle: { type: 'string' } }, required: ['lifecycle'] };
  server.get<{ Querystring: { lifecycle: string } }>('/contacts', { schema: { querystring: lifecycle } }, async (request) => {
    const { rows } = await pool.query<Record<string, unknown>>({ name: 'list', text: contactsPage, values: [workspaceId, request.query.lifecycle] });
    return { items: rows, nextCursor: null };
  });
  server.get<{ Params: { id: string } }>('/contacts/:id', async (request) => {
    const { rows } = await pool.query<Record<string, unknown>>({ name: 'read', text: oneContact, values: [workspaceId, request.params.id] });
    return rows[0];
  });
  server.get<{ Querystring: { q: string } }>('/search', async (request) => {
    const { rows } = await pool.query<Record<string, unknown>>({
      name: 'search',
      text: "select id, name, title from contact where workspace_id = $1 and deleted_at is null and search like '%' || $2 || '%' limit 20",
      values: [workspaceId, request.query.q],
    });
    return { items: rows };
  });
  server.get('/board', async () => {
    const { rows } = await pool.query<Record<string, unknown>>({
      name: 'board',
      text: 'select stage_id, currency, count(*) as count, sum(amount) as sum from deal where workspace_id = $1 and deleted_at is null group by 1, 2',
      values: [workspaceId],
    });
    return { columns: rows };
  });
  server.post<{ Body: { lastName: string; email: string } }>('/contacts', async (request, reply) => {
    const id = randomUUID();
    const emails = JSON.stringify([{ email: request.body.email, label: 'work', primary: true }]);
    await pool.query({ name: 'create', text: 'insert into contact (workspace_id, id, last_name, emails, owner_id, created_by, updated_by) values ($1, $2, $3, $4, $5, $5, $5)', values: [workspaceId, id, request.body.lastName, emails, ownerId] });
    reply.code(201);
    return { id };
  });
  await server.listen({ port: Number(port), host: '127.0.0.1' });
}

process.stdin.on('end', () => process.exit(0)).resume();
await main(process.argv.slice(2));
