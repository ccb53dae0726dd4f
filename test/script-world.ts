import { Execution } from '../local/execution.ts';
import { kept, type Script } from '../local/plain/kept-script.ts';
import { execute } from '../local/run.ts';
import { type Run, World, type WorldOptions } from '../local/world.ts';

/** A world on o-spreadsheet that runs functions of a test, or modules as a test loads them, in place of a bundle. */
export class ScriptWorld extends World {
  readonly #call: ReturnType<typeof kept>;

  constructor(script: Script, options: WorldOptions = {}) {
    super(options);
    this.#call = kept(script);
  }

  override run(...[fn, args, as]: Parameters<World['run']>): Run {
    return execute(new Execution(this, as), this.#call, fn, args);
  }
}
