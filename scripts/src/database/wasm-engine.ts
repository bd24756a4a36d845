import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

interface EngineModule {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

let loaded: Promise<EngineModule> | undefined;
const panic = {
  message: '',
  get(): string {
    return this.message;
  },
  set_message(value: string): void {
    this.message = value;
  },
};

/** Prisma's schema engine as WebAssembly: the real migrations without a downloaded binary. Ask one engine at a time. */
export async function openEngine(
  datamodels: { path: string; content: string }[],
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  loaded ??= load();
  const { SchemaEngine: Engine } = await loaded;
  const files = datamodels.map(({ path, content }): [string, string] => [path, content]);
  return Engine.new({ datamodels: files }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

/** A panic reaches us as a bare `unreachable`; its text is kept aside. */
export function lastPanic(): string {
  return panic.get();
}

/** Loaded by hand, so that Node needs no flag for importing WebAssembly. */
async function load(): Promise<EngineModule> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = (await import(pathToFileURL(file).href)) as EngineModule;
  const wasm = fs.readFileSync(file.replace(/js$/, 'wasm'));
  const imports = withoutHoldingTimers(engine as unknown as WebAssembly.ModuleImports);
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': imports });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic });
  return engine;
}

/** The engine forgets a timer of 10 s per migration run: it must not keep the process alive. */
function withoutHoldingTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout_'));
  if (name === undefined) return imports;
  const setTimer = (callback: () => void, milliseconds: number): NodeJS.Timeout => setTimeout(callback, milliseconds).unref();
  return { ...imports, [name]: setTimer };
}
