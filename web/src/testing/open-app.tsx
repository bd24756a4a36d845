import { render } from '@testing-library/react';
import { App } from '@/app/app.js';
import { router } from '@/app/router.js';
import { aDay, aMember, aSession } from './factories.js';
import { problem, serve } from './serve.js';

/** The whole app at an address, as the browser of a signed-in person shows it. */
export function openApp(path: string): void {
  document.cookie = 'crm_signed_in=1';
  serve({
    'GET /session': () => ({ body: aSession() }),
    'GET /members': () => ({ body: { items: [aMember()] } }),
    'GET /my-day': () => ({ body: aDay() }),
    // The stream stays open and silent.
    'GET /events': () => new Promise(() => undefined),
  });
  show(path);
}

/** The same for a visitor. */
export function openSignedOut(path: string): void {
  document.cookie = 'crm_signed_in=; Max-Age=0';
  serve({ 'GET /session': () => problem(401, 'UNAUTHENTICATED') });
  show(path);
}

/** The router outlives a test, so the page that it stands on is left behind. */
function show(path: string): void {
  render(<App />);
  void router.navigate({ href: path });
}
