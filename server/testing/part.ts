/** What one part of the tests came to. */
export interface Outcome {
  passed: number;
  failed: number;
}

export interface Part {
  name: string;
  run(): Promise<Outcome>;
}
