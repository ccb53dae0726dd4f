import type { Library } from './library.ts';

type Item = ReturnType<Library['registries']['statefulUIPluginRegistry']['get']>;
type Positions = Record<string, unknown>;

/** The part of o-spreadsheet's plugin that is changed here; it does not export its class. */
interface PositionsPlugin {
  isDirty: boolean;
  headerPositions: Positions;
  finalize(): void;
  readonly getters: {
    getNumberHeaders(sheetId: string, dimension: string): number;
    getHeaderSize(sheetId: string, dimension: string, index: number): number;
  };
  computeHeaderPositionsOfSheet(sheetId: string): unknown;
  computePositions(sheetId: string, dimension: string): Record<number, number>;
  getColDimensions(sheetId: string, column: number): unknown;
  getRowDimensions(sheetId: string, row: number): unknown;
  getColRowOffset(dimension: string, from: number, index: number, sheetId: string): unknown;
}

/** Works out where the rows of a tab begin when a window asks; o-spreadsheet does so for every tab after each edit. */
export function registerHeaderPositions(library: Library): void {
  const registry = library.registries.statefulUIPluginRegistry;
  // The registry only says that it makes a plugin.
  const Base = registry.get('header_positions') as unknown as new (
    ...given: ConstructorParameters<Item>
  ) => PositionsPlugin;

  class PositionsWhenAsked extends Base {
    override finalize(): void {
      if (this.isDirty) this.headerPositions = {};
      this.isDirty = false;
    }

    override getColDimensions(sheetId: string, column: number): unknown {
      this.look(sheetId);
      return super.getColDimensions(sheetId, column);
    }

    override getRowDimensions(sheetId: string, row: number): unknown {
      this.look(sheetId);
      return super.getRowDimensions(sheetId, row);
    }

    override getColRowOffset(dimension: string, from: number, index: number, sheetId: string): unknown {
      this.look(sheetId);
      return super.getColRowOffset(dimension, from, index, sheetId);
    }

    /** A hidden one has no size, so that it need not be asked twice whether it is hidden. */
    override computePositions(sheetId: string, dimension: string): Record<number, number> {
      const positions: Record<number, number> = {};
      const count = this.getters.getNumberHeaders(sheetId, dimension);
      let offset = 0;
      for (let index = 0; index <= count; index++) {
        positions[index] = offset;
        if (index < count) offset += this.getters.getHeaderSize(sheetId, dimension, index);
      }
      return positions;
    }

    private look(sheetId: string): void {
      this.headerPositions[sheetId] ??= this.computeHeaderPositionsOfSheet(sheetId);
    }
  }
  // And back again, for the registry.
  registry.replace('header_positions', PositionsWhenAsked as unknown as Item);
}
