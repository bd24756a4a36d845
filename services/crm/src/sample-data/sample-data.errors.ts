import { DomainError } from '@crm-vision/common/errors';

export class SampleDataAlreadyLoadedError extends DomainError {
  constructor() {
    super('ruleBroken', 'SAMPLE_DATA_ALREADY_LOADED', 'Sample data is loaded already.');
  }
}
