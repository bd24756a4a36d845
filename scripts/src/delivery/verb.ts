/** One word of `npm run delivery -- VERB`: what a job of a pipeline does, the same on a laptop. */
export interface Verb {
  /** What follows the verb, for the help. */
  usage: string;
  does: string;
  /** Environment variables that it reads: a job hands them in by `env`. */
  reads?: readonly string[];
  /** Answers the exit code. */
  run(args: string[]): Promise<number>;
}

export type Environment = Readonly<Record<string, string | undefined>>;
