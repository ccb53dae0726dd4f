import base from './jest.config.mjs';

// The tests on the source itself, in place of the bundle: for coverage and for mutants. What they begin with is made
// once beforehand (test/source/prepare.ts).
const { globalSetup: _, ...common } = base;

// Saving, correcting, delivering and reconciling, from the sidebar's call to the cell and the event.
const whole = [
  'src/rpc.ts',
  'src/api/{sessions,follow-ups,reconcile}.ts',
  'src/domain/{access,corrections,new-session,follow-ups,log,reconciling}.ts',
  'src/workbook/{book,healing,refusals,standing,tab,writing}.ts',
  'src/google/calendar.ts',
];

export default {
  ...common,
  setupFiles: ['<rootDir>/test/source/worlds.ts'],
  testMatch: ['<rootDir>/test/source/*.test.ts'],
  testPathIgnorePatterns: [],
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.d.ts'],
  coverageReporters: ['text'],
  coverageThreshold: Object.fromEntries(whole.map((files) => [`./${files}`, { branches: 100 }])),
};
