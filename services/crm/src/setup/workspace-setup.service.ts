import type { Actor } from '@crm-vision/common/context';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { currencyOfCountry } from '../money/currency-of-country.js';
import { replaceStages, usualStages } from '../pipelines/pipeline.js';
import { pipelineRecord } from '../pipelines/pipeline.record.js';
import { usualLostReasons } from '../settings/lost-reasons.js';
import { Writes } from '../writes/writes.service.js';
import { claimSetup, insertLostReasons } from './workspace-setup.repository.js';

/** What every workspace has from its first use on: the currency of its country, reasons for lost deals, a pipeline. */
@Injectable()
export class WorkspaceSetup {
  constructor(private readonly writes: Writes) {}

  /** Sets the caller's workspace up, whoever asks, once: of two at the same time the second waits and finds it done. */
  async run(actor: Actor): Promise<void> {
    await this.writes.run(actor, 'setup', async (act) => {
      if (!(await claimSetup(act.transaction, currencyOfCountry(actor.country)))) return;
      await insertLostReasons(act.transaction, usualLostReasons.map((name) => ({ id: newId(), name })));
      await act.insert(pipelineRecord, { name: 'Sales', position: 0, isDefault: true, stageList: replaceStages([], usualStages) });
    });
  }
}
