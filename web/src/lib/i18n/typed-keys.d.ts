import type * as app from '@/locales/en/app.js';
import type * as start from '@/locales/en/start.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof start & typeof app;
  }
}
