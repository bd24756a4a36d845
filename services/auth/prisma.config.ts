import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The native engine is a download and nothing here needs it: migrations run on the WASM engine (scripts/src/database). Naming any file stops the download.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.join(import.meta.dirname, 'prisma', 'schema.prisma');
process.env['CHECKPOINT_DISABLE'] ??= '1';

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
