export { baseConfig, bindAddress, type ConfigDefinition, databaseConfig, integer, isSecret, list, port, publicUrl, redisConfig, secret } from './define-config.js';
export { productionProblems } from './production.js';
export { ConfigError, loadConfig, loadConfigOrExit } from './load-config.js';
