import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError } from '../google-error.ts';

// developers.google.com/apps-script/reference/spreadsheet/filter-criteria

/** Which rows a filter lets through: those with something in the cell, with one of some values, or with none of some. */
export class FilterCriteriaHandle extends Handle {
  constructor(
    run: Execution,
    readonly visible: readonly string[] | null,
    readonly hidden: readonly string[] | null = null,
  ) {
    super(run);
  }
}
/** A filter being made. */
export class FilterCriteriaBuilderHandle extends Handle {
  visible: readonly string[] | null | undefined = undefined;
  hidden: readonly string[] | null = null;
}

export const filterCriteriaBuilder = {
  whenCellNotEmpty: (self) => Object.assign(self, { visible: null }),
  setVisibleValues: (self, values: unknown[]) => Object.assign(self, { visible: values.map(String), hidden: null }),
  // "Sets the values to hide. Clears any existing visible or hidden values."
  setHiddenValues: (self, values: unknown[]) => Object.assign(self, { visible: null, hidden: values.map(String) }),
  build: ({ run, visible, hidden }) => {
    if (visible === undefined) throw new GoogleError('Please set the filter criteria.');
    return new FilterCriteriaHandle(run, visible, hidden);
  },
} satisfies Methods<FilterCriteriaBuilderHandle>;

export const filterCriteria = {
  getVisibleValues: ({ visible }) => [...(visible ?? [])],
  getHiddenValues: ({ hidden }) => [...(hidden ?? [])],
} satisfies Methods<FilterCriteriaHandle>;
