import { currentActor } from '@crm-vision/common/context';
import {
  type GetSampleDataRequest, type GetSampleDataResponse, type LoadSampleDataRequest, type LoadSampleDataResponse, type RemoveSampleDataRequest, type RemoveSampleDataResponse,
  type SampleDataServiceController, SampleDataServiceControllerMethods,
} from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { Controller } from '@nestjs/common';
import { SampleDataService } from './sample-data.service.js';

@Controller()
@SampleDataServiceControllerMethods()
export class SampleDataController implements SampleDataServiceController {
  constructor(private readonly samples: SampleDataService) {}

  async getSampleData(_request: GetSampleDataRequest): Promise<GetSampleDataResponse> {
    const counts = await this.samples.count(currentActor());
    return { loaded: Object.values(counts).some((count) => count > 0), counts };
  }

  async loadSampleData(_request: LoadSampleDataRequest): Promise<LoadSampleDataResponse> {
    return { counts: await this.samples.load(currentActor()) };
  }

  async removeSampleData(_request: RemoveSampleDataRequest): Promise<RemoveSampleDataResponse> {
    return { counts: await this.samples.remove(currentActor()) };
  }
}
