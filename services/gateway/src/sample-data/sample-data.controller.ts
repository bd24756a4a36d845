import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle } from '../http/handle.js';
import { Answer, type Reply } from '../http/reply.js';
import { fromSampleData } from './sample-data.mapper.js';
import * as routes from './sample-data.routes.js';

@Controller()
export class SampleDataController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.getSampleData)
  async getSampleData() {
    const { loaded, counts } = await this.crm.sampleData.getSampleData({});
    return fromSampleData(loaded, counts);
  }

  @Handle(routes.loadSampleData)
  async loadSampleData(@Answer() answer: Reply) {
    return answer.at(routes.getSampleData.path, fromSampleData(true, (await this.crm.sampleData.loadSampleData({})).counts));
  }

  @Handle(routes.removeSampleData)
  async removeSampleData(): Promise<void> {
    await this.crm.sampleData.removeSampleData({});
  }
}
