import { type z } from 'zod';
import { type ConfigDefinition, isSecret } from './define-config.js';
import { productionProblems } from './production.js';

/** Lists every bad variable. Holds no values, so that it can be printed. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** sysexits.h: EX_CONFIG. */
const EXIT_BAD_CONFIG = 78;

function withoutEmpty(environment: NodeJS.ProcessEnv, keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (environment[key] ? [[key, environment[key]]] : [])));
}

/** zod's own messages may quote what was received; those of secrets are replaced. Those of a refinement are ours. */
function describe(definition: ConfigDefinition, issue: z.core.$ZodIssue): string {
  const key = String(issue.path[0] ?? '');
  const schema = definition.shape[key] as z.ZodType | undefined;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${key} is missing: ${schema?.description ?? ''}`;
  return schema && isSecret(schema) && issue.code !== 'custom' ? `${key} is not valid (its value is secret and not shown)` : `${key}: ${issue.message}`;
}

/** Reads the environment. Throws ConfigError naming every bad variable. */
export function loadConfig<T extends ConfigDefinition>(definition: T, environment: NodeJS.ProcessEnv): z.output<T> {
  const result = definition.safeParse(withoutEmpty(environment, Object.keys(definition.shape)), { reportInput: true });
  if (!result.success) throw new ConfigError([...new Set(result.error.issues.map((issue) => describe(definition, issue)))]);
  const problems = productionProblems(result.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return result.data;
}

/** As loadConfig, but a bad configuration prints its problems and ends the process with 78. */
export function loadConfigOrExit<T extends ConfigDefinition>(definition: T, environment: NodeJS.ProcessEnv): z.output<T> {
  try {
    return loadConfig(definition, environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_BAD_CONFIG);
  }
}
