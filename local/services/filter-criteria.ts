import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError } from '../google-error.ts';

// developers.google.com/apps-script/reference/spreadsheet/filter-criteria

/** Which rows a filter lets through: those with something in the cell, or with one of some values. */
export class FilterCriteriaHandle extends Handle {
  constructor(
    run: Execution,
    readonly visible: readonly string[] | null,
  ) {
    super(run);
  }
}
/** A filter being made. */
export class FilterCriteriaBuilderHandle extends Handle {
  visible: readonly string[] | null | undefined = undefined;
}

export const filterCriteriaBuilder = {
  whenCellNotEmpty: (self) => Object.assign(self, { visible: null }),
  setVisibleValues: (self, values: unknown[]) => Object.assign(self, { visible: values.map(String) }),
  build: ({ run, visible }) => {
    if (visible === undefined) throw new GoogleError('Please set the filter criteria.');
    return new FilterCriteriaHandle(run, visible);
  },
} satisfies Methods<FilterCriteriaBuilderHandle>;

export const filterCriteria = {
  getVisibleValues: ({ visible }) => [...(visible ?? [])],
} satisfies Methods<FilterCriteriaHandle>;
