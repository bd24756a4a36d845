/** The rules of this repository that no plugin knows; each has been seen to refuse something (test/guards). */
const tests = ['**/*.{spec,int-spec,e2e-spec,test}.{ts,tsx}', '**/test/**', '**/testing/**', 'web/e2e/**'];

const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read in config.ts alone: declare the key there.',
};
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name: one name everywhere.' };
const browserStorage = {
  selector: 'Identifier[name=/^(localStorage|sessionStorage)$/]',
  message: 'Keep it by lib/storage.ts: a browser may forbid its storage, or have no room left.',
};
const lazyImport = {
  selector: 'ImportSpecifier[imported.name=/^(lazy|lazyRouteComponent)$/]',
  message: 'Take lazyPart: it waits for the network, and for a new build.',
};
const rawColour = {
  selector: 'Literal[value=/(^|[^&\\w])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\\b|\\b(rgb|rgba|hsl|oklch)\\(/i]',
  message: 'Take a colour token: raw colours do not follow the theme.',
};
const paletteColour = {
  selector: 'Literal[value=/\\b(bg|text|border|ring|fill|stroke|outline|from|to|via)-(black|white|(slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\\d{2,3})\\b/]',
  message: 'Take a colour token: the palette does not follow the theme.',
};
const inTemplate = (rule) => ({ ...rule, selector: rule.selector.replace('Literal[value=', 'TemplateElement[value.raw=') });
const colours = [rawColour, paletteColour, inTemplate(rawColour), inTemplate(paletteColour)];

const marker = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-nocheck|eslint-disable/;

/** Unfinished work and switched-off checks are not marked, they are done. */
const noMarkers = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const found = marker.exec(comment.value);
        if (found) context.report({ loc: comment.loc, message: `"${found[0]}" in a comment: do it, or file it.` });
      }
    },
  }),
};

export const guards = [
  {
    files: ['services/**/*.ts', 'scripts/**/*.ts', 'web/**/*.{ts,tsx}'],
    plugins: { repository: { rules: { 'no-markers': noMarkers } } },
    rules: {
      'repository/no-markers': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['services/**/*.ts', 'scripts/**/*.ts', 'web/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['scripts/src/**/*.ts'],
    ignores: ['scripts/src/testing/jest-global-*.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  {
    files: ['services/**/*.ts', 'web/src/**/*.{ts,tsx}'],
    ignores: ['**/config.ts', '**/prisma.config.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', environment, defaultExport] },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    ignores: ['web/src/config/**', 'web/src/lib/storage.ts', 'web/src/lib/code/lazy-part.tsx', ...tests],
    rules: { 'no-restricted-syntax': ['error', environment, defaultExport, browserStorage, lazyImport, ...colours] },
  },
];
