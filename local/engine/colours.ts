import type { Library } from './library.ts';

type Item = ReturnType<Library['registries']['coreViewsPluginRegistry']['get']>;

/** The part of o-spreadsheet's plugin that is changed here; it does not export its class. */
interface ColoursPlugin {
  finalize(): void;
  getCustomColors(): string[];
}

/** Looks for the colours in use when somebody opens a palette; o-spreadsheet goes through every cell after each edit. */
export function registerColours(library: Library): void {
  const registry = library.registries.coreViewsPluginRegistry;
  // The registry only says that it makes a plugin.
  const Base = registry.get('custom_colors') as unknown as new (...given: ConstructorParameters<Item>) => ColoursPlugin;

  class ColoursWhenAsked extends Base {
    override finalize(): void {
      // Until somebody asks.
    }

    override getCustomColors(): string[] {
      super.finalize();
      return super.getCustomColors();
    }
  }
  // And back again, for the registry.
  registry.replace('custom_colors', ColoursWhenAsked as unknown as Item);
}
