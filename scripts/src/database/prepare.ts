import pg from 'pg';
import { changeUrl, withConnection } from './connection.js';

export interface RolePasswords {
  owner: string;
  auth: string;
  crm: string;
  worker: string;
  backup: string;
  drill: string;
}

export interface PreparedDatabase {
  /** Role crm_vision: owns the database and runs the migrations. */
  ownerUrl: string;
  /** Role auth_app, of the auth service. */
  authUrl: string;
  /** Role crm_app, of the crm service. */
  crmUrl: string;
  /** Role crm_worker, of its worker, which alone sees the events and unsealed entries of all workspaces. */
  workerUrl: string;
  /** Role backup, which reads every row and writes none. */
  backupUrl: string;
  /** Role drill, which makes throw-away databases and has no access to this one. */
  drillUrl: string;
}

export interface PrepareOptions {
  database?: string;
  /** `crmctl migrate new` and `check` make a shadow database as the owner. */
  ownerMayCreateDatabases?: boolean;
}

export const extensions = ['unaccent', 'pg_trgm', 'btree_gin'];
/** Roles without a login that own the SECURITY DEFINER functions; the owner may become them and inherits nothing. */
const functionRoles = ['auth_resolver', 'crm_search', 'crm_queue'];
/** Roles that the migrations give rights to. */
export const serviceRoles = ['auth_app', 'crm_app', 'crm_worker', ...functionRoles];
const lockKey = 721_002;

export const defaultDatabase = 'crm_vision';

/** Makes the database with its roles, and answers the way in of each role. */
export async function prepareDatabase(superuserUrl: string, passwords: RolePasswords, options: PrepareOptions = {}): Promise<PreparedDatabase> {
  const database = options.database ?? defaultDatabase;
  await prepareServer(superuserUrl, passwords, options);
  const urlOf = (user: string, password: string): string => changeUrl(superuserUrl, { database, user, password });
  return {
    ownerUrl: urlOf('crm_vision', passwords.owner), authUrl: urlOf('auth_app', passwords.auth), crmUrl: urlOf('crm_app', passwords.crm),
    workerUrl: urlOf('crm_worker', passwords.worker), backupUrl: urlOf('backup', passwords.backup), drillUrl: changeUrl(urlOf('drill', passwords.drill), { database: 'postgres' }),
  };
}

/**
 * Makes the database, its roles, grants and extensions. Safe to repeat, also by several at once; needs a superuser.
 * A role whose password is not given keeps the one it has.
 */
export async function prepareServer(superuserUrl: string, passwords: Partial<RolePasswords>, options: PrepareOptions = {}): Promise<void> {
  const database = options.database ?? defaultDatabase;
  await withConnection(superuserUrl, async (client) => {
    // Roles belong to the whole server, and the lock with them: every prepare of this server takes it in one database.
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await prepareRoles(client, passwords, options.ownerMayCreateDatabases ?? false);
    await makeDatabase(client, database);
    await withConnection(changeUrl(superuserUrl, { database }), prepareExtensions);
  });
}

async function prepareRoles(client: pg.Client, passwords: Partial<RolePasswords>, ownerMayCreateDatabases: boolean): Promise<void> {
  await makeRole(client, 'crm_vision', `LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOINHERIT ${ownerMayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB'}`, passwords.owner);
  await makeRole(client, 'auth_app', 'LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS', passwords.auth);
  await makeRole(client, 'crm_app', 'LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS', passwords.crm);
  await makeRole(client, 'crm_worker', 'LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS', passwords.worker);
  // Row-level security would make a dump fail, or silently empty: these two are not bound by it. The one reads all and writes nothing, the other is not let in.
  await makeRole(client, 'backup', 'LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS', passwords.backup);
  await client.query('GRANT pg_read_all_data TO backup');
  await client.query('ALTER ROLE backup SET default_transaction_read_only = on');
  await makeRole(client, 'drill', 'LOGIN NOSUPERUSER NOCREATEROLE CREATEDB BYPASSRLS', passwords.drill);
  const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  // Before 16 a grant has no options of its own: there NOINHERIT of the owner says the same.
  const grantOptions = rows[0]!.version >= 160_000 ? 'WITH INHERIT FALSE, SET TRUE' : '';
  for (const role of functionRoles) {
    await makeRole(client, role, 'NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS');
    await client.query(`GRANT ${role} TO crm_vision ${grantOptions}`);
  }
}

async function makeRole(client: pg.Client, name: string, attributes: string, password?: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const secret = password === undefined ? '' : `PASSWORD ${pg.escapeLiteral(password)}`;
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} WITH ${attributes} ${secret}`);
}

async function makeDatabase(client: pg.Client, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  await client.query(rowCount === 0 ? `CREATE DATABASE ${quoted} OWNER crm_vision TEMPLATE template0 ENCODING 'UTF8'` : `ALTER DATABASE ${quoted} OWNER TO crm_vision`);
  await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO auth_app, crm_app, crm_worker, backup`);
}

async function prepareExtensions(client: pg.Client): Promise<void> {
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  for (const name of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name} WITH SCHEMA public`);
}
