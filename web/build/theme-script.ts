import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const file = new URL('./theme.js', import.meta.url);

/** Adds a tiny blocking script to the head that sets the theme before the first paint; external and hashed, so that the policy needs no exception. */
export function themeScript(): Plugin {
  const source = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const name = `assets/theme-${hash}.js`;
  return {
    name: 'theme-script',
    buildStart() {
      if (this.meta.watchMode || this.environment.mode === 'dev') return;
      this.emitFile({ type: 'asset', fileName: name, source });
    },
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(source);
      });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${name}` }, injectTo: 'head-prepend' }],
  };
}
