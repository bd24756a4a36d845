import { DomainError, type FieldViolation, invalidField } from '@crm-vision/common/errors';

export class DealNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'DEAL_NOT_FOUND', 'There is no such deal.');
  }
}

export class StageNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'STAGE_NOT_FOUND', 'There is no such stage.');
  }
}

/** A new deal names a stage that is not one of its pipeline, or not one at all. */
export class StageNotInPipelineError extends DomainError {
  constructor() {
    const message = 'Choose a stage of the pipeline that the deal goes to.';
    super('invalid', 'STAGE_NOT_IN_PIPELINE', message, { fields: [{ field: 'stageId', code: 'STAGE_NOT_IN_PIPELINE', message }] });
  }
}

/** A stage asks for values that the deal lacks; each is named, so that the person is asked for exactly those. */
export class RequiredFieldsMissingError extends DomainError {
  constructor(stageName: string, missing: readonly string[]) {
    const fields: FieldViolation[] = missing.map((field) => ({ field, code: 'REQUIRED_BY_STAGE', message: `The stage "${stageName}" needs it.` }));
    super('ruleBroken', 'REQUIRED_FIELDS_MISSING', `The stage "${stageName}" needs more about the deal: ${missing.join(', ')}.`, { fields });
  }
}

/** A deal goes to a lost stage without a reason. */
export class LostReasonRequiredError extends DomainError {
  constructor() {
    const message = 'Say why the deal was lost: choose a reason or write one.';
    super('ruleBroken', 'LOST_REASON_REQUIRED', message, { fields: [{ field: 'lostReasonId', code: 'LOST_REASON_REQUIRED', message }] });
  }
}

/** Only an open deal has a probability of its own. */
export class DealClosedError extends DomainError {
  constructor(field: string) {
    const message = 'The deal is closed. Reopen it to change this.';
    super('ruleBroken', 'DEAL_CLOSED', message, { fields: [{ field, code: 'DEAL_CLOSED', message }] });
  }
}

export const lostReasonNotFound = (): DomainError => invalidField('lostReasonId', 'There is no such reason.', 'LOST_REASON_NOT_FOUND');
export const cardNotInColumn = (): DomainError => invalidField('beforeDealId', 'There is no such deal in that stage.', 'DEAL_NOT_IN_STAGE');
export const placeCrowded = (): DomainError => invalidField('beforeDealId', 'Too many cards were put there one after the other. Choose a place one card above or below.', 'PLACE_CROWDED');

/** Undo and restore need the stage that the deal stood in. */
export class StageGoneError extends DomainError {
  constructor() {
    super('ruleBroken', 'STAGE_GONE', 'The stage or the pipeline of the deal is gone. Restore the pipeline first.');
  }
}

export const pipelineNotFound = (): DomainError => invalidField('pipelineId', 'There is no such pipeline.', 'PIPELINE_NOT_FOUND');
