import type { Actor } from '@crm-vision/common/context';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { dayIn } from '../days/day.js';
import { PipelineNotFoundError } from '../pipelines/pipeline.errors.js';
import { type Stage, stagesOf } from '../pipelines/pipeline.js';
import { PipelinesService } from '../pipelines/pipelines.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Act } from '../writes/act.js';
import { recordKinds } from '../writes/record-kind.js';
import { Writes } from '../writes/writes.service.js';
import type { SampleCounts } from './sample-counts.js';
import { SampleDataAlreadyLoadedError } from './sample-data.errors.js';
import { SampleDataRepository } from './sample-data.repository.js';
import { loadSampleSet } from './sample-loader.js';
import { sampleRates } from './sample-rates.js';
import { currenciesInUse, removeSampleRecords } from './sample-removal.repository.js';
import { makeSampleSet } from './sample-set.js';

/** Rates that come or go with the samples count the worth of every open deal anew. */
const LONG_SECONDS = 30;

@Injectable()
export class SampleDataService {
  constructor(
    private readonly samples: SampleDataRepository,
    private readonly pipelines: PipelinesService,
    private readonly settings: SettingsService,
    private readonly writes: Writes,
  ) {}

  count(actor: Actor): Promise<SampleCounts> {
    requirePermission(actor, 'records.read');
    return this.samples.count(actor);
  }

  async load(actor: Actor): Promise<SampleCounts> {
    requirePermission(actor, 'sample_data.manage');
    const stages = await this.stages(actor);
    const lostReasons = await this.settings.listLostReasons(actor, { includeArchived: false });
    const now = new Date();
    const set = makeSampleSet({ now, today: dayIn(actor.ownTimeZone, now).date, newId, stages, lostReasonIds: lostReasons.map(({ id }) => id) });
    await this.writes.run(actor, 'sample_data', async (act) => {
      await act.transaction.allowSeconds(LONG_SECONDS);
      // The settings' row is the lock: of two at once the second finds the samples there.
      await this.settings.changeRates(act, (current, defaultCurrency) => ({ ...sampleRates(defaultCurrency), ...current }));
      if (total(await this.samples.count(actor)) > 0) throw new SampleDataAlreadyLoadedError();
      await loadSampleSet(act, { set, stages, lostReasons });
      announce(act, 'loaded');
    });
    return this.samples.count(actor);
  }

  async remove(actor: Actor): Promise<SampleCounts> {
    requirePermission(actor, 'sample_data.manage');
    await this.settings.getCurrencies(actor);
    const { result } = await this.writes.run(actor, 'sample_data', async (act) => {
      await act.transaction.allowSeconds(LONG_SECONDS);
      if (total(await this.samples.count(actor)) === 0) return { companies: 0, contacts: 0, deals: 0, tasks: 0, notes: 0 };
      const removed = await removeSampleRecords(act);
      const used = await currenciesInUse(act.transaction);
      // A rate that came with the samples goes with them, unless somebody changed it or a deal needs it.
      await this.settings.changeRates(act, (current, defaultCurrency) => {
        const ours = sampleRates(defaultCurrency);
        return Object.fromEntries(Object.entries(current).filter(([currency, rate]) => used.has(currency) || ours[currency] !== rate));
      });
      announce(act, 'removed');
      return removed;
    });
    return result;
  }

  private async stages(actor: Actor): Promise<Stage[]> {
    const pipeline = await this.pipelines.findLive(actor, null);
    if (!pipeline) throw new PipelineNotFoundError();
    return stagesOf(pipeline);
  }
}

const total = ({ companies, contacts, deals, tasks, notes }: SampleCounts): number => companies + contacts + deals + tasks + notes;

/** Every list may have changed. */
function announce(act: Act, verb: 'loaded' | 'removed'): void {
  act.noteSettings('sample_data', 1, { loaded: verb === 'removed' }, { loaded: verb === 'loaded' });
  for (const kind of recordKinds) act.announce(`sample-data.${verb}`, { kind, id: act.actor.workspaceId });
}
