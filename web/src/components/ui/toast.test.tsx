import { expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { isolated } from '@/lib/isolated.js';
import { findNotice } from '@/testing/notice.js';
import { toast, ToastPlace } from './toast.js';

it('a name in a notice has its own direction, and the sentence around it keeps the one of the reader', async () => {
  render(<ToastPlace />);
  act(() => toast.done(i18next.t('quickAdd:added', { title: isolated('شركة المحركات (٢)') })));
  expect(await findNotice('شركة المحركات (٢) added.')).toBeVisible();
  expect(screen.getByText('شركة المحركات (٢)').tagName).toBe('BDI');
});

it('a name that brings its own marks of direction does not break out of its place', async () => {
  render(<ToastPlace />);
  act(() => toast.done(i18next.t('quickAdd:added', { title: isolated('Engine\u2069 \u2067no. 2') })));
  await findNotice('Engine no. 2 added.');
  expect(screen.getByText('Engine no. 2').tagName).toBe('BDI');
});
