/**
 * A scenario that cannot be run. The message names the thing, its value and what is
 * allowed: `service "api": instances is 0; expected an integer from 1 to 10000`.
 */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** Where in the scenario, as keys joined by dots: `nodes.api.instances`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
