import { DomainError, type FieldViolation, InvalidArgumentError } from '@crm-vision/common/errors';

export class PipelineNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'PIPELINE_NOT_FOUND', 'There is no such pipeline.');
  }
}

export class PipelineNameTakenError extends DomainError {
  constructor() {
    const message = 'Another pipeline has this name.';
    super('alreadyExists', 'PIPELINE_NAME_TAKEN', message, { fields: [{ field: 'name', code: 'PIPELINE_NAME_TAKEN', message }] });
  }
}

export class StagesIncompleteError extends DomainError {
  constructor() {
    const message = 'A pipeline has at least one open stage, exactly one won and exactly one lost stage.';
    super('ruleBroken', 'STAGES_INCOMPLETE', message, { fields: [{ field: 'stages', code: 'STAGES_INCOMPLETE', message }] });
  }
}

/** A stage leaves its pipeline only without deals. The details say how many there are (deals). */
export class StageHasDealsError extends DomainError {
  constructor(name: string, deals: number) {
    super('ruleBroken', 'STAGE_HAS_DEALS', `The stage "${name}" still has ${deals === 1 ? 'one deal' : `${deals} deals`}. Move ${deals === 1 ? 'it' : 'them'} to another stage first.`, { details: { deals: String(deals) } });
  }
}

export class StageNotListedError extends InvalidArgumentError {
  constructor(index: number) {
    super([{ field: `stages[${index}].id`, code: 'STAGE_NOT_IN_PIPELINE', message: 'The pipeline has no such stage.' }]);
  }
}

/** The state of its deals follows from the type of a stage. */
export class StageTypeFixedError extends DomainError {
  constructor(index: number) {
    const message = 'A stage stays open, won or lost. Add a new stage and remove this one instead.';
    super('ruleBroken', 'STAGE_TYPE_FIXED', message, { fields: [{ field: `stages[${index}].type`, code: 'STAGE_TYPE_FIXED', message }] });
  }
}

/** Gathers what is wrong with a list of stages, so that one answer names everything. */
export class StageViolations {
  private readonly fields: FieldViolation[] = [];

  add(index: number, field: string, code: string, message: string): void {
    this.fields.push({ field: `stages[${index}].${field}`, code, message });
  }

  throwIfAny(): void {
    if (this.fields.length > 0) throw new InvalidArgumentError(this.fields);
  }
}

/** The default pipeline, which new deals go to, does not go to the bin. */
export class DefaultPipelineError extends DomainError {
  constructor() {
    super('ruleBroken', 'PIPELINE_IS_DEFAULT', 'This is the default pipeline. Make another one the default first.');
  }
}

/** What comes back would leave no default pipeline, or two. */
export class DefaultPipelineTakenError extends DomainError {
  constructor() {
    super('ruleBroken', 'DEFAULT_PIPELINE_TAKEN', 'Another pipeline is the default one by now.');
  }
}

/** A pipeline goes to the bin only without deals. */
export class PipelineHasDealsError extends DomainError {
  constructor(deals: number) {
    super('ruleBroken', 'PIPELINE_HAS_DEALS', `The pipeline still has ${deals === 1 ? 'a deal' : 'deals'}. Move ${deals === 1 ? 'it' : 'them'} to another pipeline, or to the bin, first.`);
  }
}

/** Deals in the bin can come back only to a pipeline that is there. */
export class PipelineHasDeletedDealsError extends DomainError {
  constructor() {
    super('ruleBroken', 'PIPELINE_HAS_DELETED_DEALS', 'Deals in the bin belong to this pipeline. Restore and move them, or delete them for good, first.');
  }
}
