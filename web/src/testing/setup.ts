import '@testing-library/jest-dom/jest-globals';
import { afterEach, beforeAll, beforeEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';
import { queryClient } from '@/lib/api/query-client.js';
import { loadAppStrings, startI18n } from '@/lib/i18n/i18n.js';
import './browser-parts.js';

// A busy machine is slower than a person.
configure({ asyncUtilTimeout: 5_000 });

beforeAll(async () => {
  await startI18n();
  await loadAppStrings();
});

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  cleanup();
  queryClient.clear();
});
