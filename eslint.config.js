import fs from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { guards } from './scripts/lint/guards.js';

const projects = ['tsconfig.check.json', 'web/tsconfig.json', 'web/tsconfig.build.json', 'web/tsconfig.e2e.json'].filter((file) => fs.existsSync(new URL(file, import.meta.url)));
const code = ['services/**/*.ts', 'scripts/**/*.ts', 'web/**/*.{ts,tsx}'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '**/gen/', '.tools/', '.data/', '**/.artifacts/', 'web/test-results/', 'services/gateway/test/clients/jobs/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node }, rules: { 'no-empty': ['error', { allowEmptyCatch: true }] } },
  { files: ['web/build/theme.js', 'web/public/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: code, extends: [tseslint.configs.recommendedTypeChecked], languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } } },
  {
    files: code,
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // An interface asks for a promise; that an implementation has nothing to wait for is its own business.
      '@typescript-eslint/require-await': 'off',
      // Objects of functions that need no `this` are common here.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  // The router's redirects and not-found answers are thrown and are no errors.
  { files: ['web/src/app/**'], rules: { '@typescript-eslint/only-throw-error': 'off' } },
  { files: ['web/build/**'], rules: { 'no-console': 'off' } },
  { files: ['web/src/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  ...guards,
);
