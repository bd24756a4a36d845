import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkCycles } from './build/chunk-cycles.js';
import { chunkGroups } from './build/chunks.js';
import { precompress } from './build/precompress.js';
import { themeScript } from './build/theme-script.js';
import { weights } from './build/weights.js';

const source = fileURLToPath(new URL('./src', import.meta.url));

export default defineConfig(({ mode }) => ({
  resolve: { alias: { '@': source } },
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }), enforce: 'pre' as const },
    themeScript(),
    react(),
    tailwindcss(),
    precompress(),
    chunkCycles(),
    weights(),
  ],
  server: {
    port: 5173,
    // The gateway sees the page's own origin, so that cookies and the CSRF check behave as behind one address.
    proxy: { '/api': { target: process.env['API_URL'] ?? 'http://localhost:3000', changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    // One style sheet: a part whose code is tried again after a failure would come without a sheet of its own.
    cssCodeSplit: false,
    // A strict content security policy forbids data: scripts and inline modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    sourcemap: mode === 'development',
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
}));
