import type { Locator, Page } from '@playwright/test';
import type { Api } from './api.js';

export interface Stage {
  id: string;
  name: string;
  type: 'open' | 'won' | 'lost';
}

export interface Pipeline {
  id: string;
  name: string;
  version: number;
  stages: Stage[];
}

export interface Deal {
  id: string;
  name: string;
  version: number;
  stageId: string;
}

export async function defaultPipeline(api: Api): Promise<Pipeline> {
  const { items } = await api.get<{ items: (Pipeline & { isDefault: boolean })[] }>('/pipelines');
  const found = items.find((pipeline) => pipeline.isDefault);
  if (!found) throw new Error('A workspace without a default pipeline.');
  return found;
}

/** Deals worth 1 000, 2 000, … EUR in the first stage, the first one on top. */
export async function addDeals(api: Api, { stages }: Pipeline, names: string[], more: object = {}): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const [index, name] of [...names.entries()].reverse()) {
    deals.unshift(await api.post<Deal>('/deals', { name, stageId: stages[0]?.id, amount: { amount: `${(index + 1) * 1000}.00`, currency: 'EUR' }, expectedClose: '2030-06-30', ...more }));
  }
  return deals;
}

export function column(page: Page, stage: string): Locator {
  return page.getByRole('region', { name: stage, exact: true });
}

export function card(page: Page, name: string): Locator {
  return page.locator('[data-deal]').filter({ hasText: name });
}

/** Names of the cards of a column, from top to bottom. */
export function cardNames(page: Page, stage: string): Locator {
  return column(page, stage).locator('[data-deal] [data-card-link]');
}
