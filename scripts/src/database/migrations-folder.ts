import fs from 'node:fs';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { inRepository } from '../repository.js';

/** A service's tables: its schema in the database and its folder with schema.prisma and migrations. */
export interface ServiceSchema {
  name: string;
  folder: string;
  /** `schema.table` of tables that schema.prisma cannot describe (partitioned ones); left alone by check and new. */
  externalTables: string[];
}

/** Order matters to nobody: the schemas know nothing of each other. */
export function serviceSchemas(names: string[] = ['auth', 'crm'], servicesFolder = inRepository('services')): ServiceSchema[] {
  return names
    .map((name) => ({ name, folder: path.join(servicesFolder, name, 'prisma'), externalTables: [] }))
    .filter(({ folder }) => fs.existsSync(path.join(folder, 'schema.prisma')));
}

export function readDatamodel(schema: ServiceSchema): { path: string; content: string }[] {
  const file = path.join(schema.folder, 'schema.prisma');
  return [{ path: file, content: fs.readFileSync(file, 'utf8') }];
}

export function readMigrations(schema: ServiceSchema): MigrationList {
  const baseDir = path.join(schema.folder, 'migrations');
  const lock = path.join(baseDir, 'migration_lock.toml');
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null },
    migrationDirectories: migrationNames(baseDir).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: fs.readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') } },
    })),
  };
}

/** The engine refuses to work before this file names the kind of database. */
export function writeLockFile(schema: ServiceSchema): void {
  const folder = path.join(schema.folder, 'migrations');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
}

export function writeMigration(schema: ServiceSchema, name: string, sql: string, now = new Date()): string {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const file = path.join(schema.folder, 'migrations', `${stamp}_${name}`, 'migration.sql');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, sql);
  return file;
}

function migrationNames(baseDir: string): string[] {
  if (!fs.existsSync(baseDir)) return [];
  return fs
    .readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(baseDir, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
}
