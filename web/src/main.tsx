import '@/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app.js';
import { startI18n } from '@/lib/i18n/i18n.js';
import { followSystemTheme } from '@/lib/theme/theme.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

followSystemTheme();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
