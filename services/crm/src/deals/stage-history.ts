/** A time that a deal spent in a stage. */
export interface StageStay {
  stageId: string;
  stageName: string;
  pipelineId: string;
  enteredAt: string;
  /** Null: it still stands there. */
  leftAt: string | null;
  /** Up to now for the stage it stands in. */
  seconds: number;
  movedBy: string;
}
