import fs from 'node:fs';

const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx: jsx },
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Sources import their neighbours by the name of the built file.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/.*\\.spec\\.js$'],
};

const toScripts = (folder) => (folder === 'scripts' ? '' : '../../scripts/');

/** A project in Node with PostgreSQL and Redis behind it. */
const node = (displayName, folder) => ({
  ...base,
  displayName,
  rootDir: folder,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  testMatch: ['<rootDir>/{src,test}/**/*.{spec,int-spec,e2e-spec}.ts'],
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, '<rootDir>/test/faults/', '<rootDir>/test/migrations/'],
  globalSetup: '<rootDir>/' + toScripts(folder) + 'dist/testing/jest-global-setup.js',
  globalTeardown: '<rootDir>/' + toScripts(folder) + 'dist/testing/jest-global-teardown.js',
});

/** From empty and from the last release, on every PostgreSQL that is supported. */
const migrations = { ...node('migrations', 'scripts'), testMatch: ['<rootDir>/test/migrations/**/*.int-spec.ts'], testPathIgnorePatterns: base.testPathIgnorePatterns };

/** Kills and restarts the whole product: alone on the machine, with databases of its own. */
const faults = { ...base, displayName: 'faults', rootDir: 'scripts', testEnvironment: 'node', testMatch: ['<rootDir>/test/faults/**/*.e2e-spec.ts'] };

const webSetup = 'web/src/testing/setup.ts';

const web = {
  ...base,
  displayName: 'web',
  rootDir: 'web',
  testEnvironment: '<rootDir>/jsdom-environment.js',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  setupFilesAfterEnv: fs.existsSync(new URL(webSetup, import.meta.url)) ? ['<rootDir>/src/testing/setup.ts'] : [],
  testMatch: ['<rootDir>/{src,build}/**/*.test.{ts,tsx}'],
  moduleNameMapper: { '\\.css$': '<rootDir>/../scripts/test/empty-module.js', '^@/(.*)\\.js$': '<rootDir>/src/$1', ...base.moduleNameMapper },
};

export default {
  testTimeout: 120_000,
  projects: [
    node('common', 'services/common'),
    node('auth', 'services/auth'),
    node('crm', 'services/crm'),
    node('gateway', 'services/gateway'),
    node('scripts', 'scripts'),
    migrations,
    faults,
    web,
  ],
};
