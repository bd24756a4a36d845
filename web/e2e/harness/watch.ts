import type { Page } from '@playwright/test';

/**
 * A refusal that a journey provokes is no error of the page: a conflict, or a rule that asks for more. Nor is it one that pods come
 * and go on this machine, whose interfaces the browser watches: it asks again by itself.
 */
const provoked = /status of (409|422)|ERR_NETWORK_CHANGED/;

/** Collects errors of the console, among them every breach of the content security policy, errors of the page, and answers from 500 on. */
export function watch(page: Page, alsoProvoked?: RegExp): () => string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !provoked.test(message.text()) && !alsoProvoked?.test(message.text())) complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return () => complaints;
}
