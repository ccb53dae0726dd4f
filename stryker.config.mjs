// Mutation testing of what decides: `npm run stryker`, or one file: `npm run stryker -- --mutate src/domain/access.ts`.
export default {
  plugins: ['./test/source/runner.mjs', './test/source/not-behaviour.mjs'],
  testRunner: 'source',
  // In this order: what takes its time is left for the mutants that survive everything else.
  sourceRunner: { entries: ['test/source/a-plain-sheet.test.ts', 'test/source/b-workbook.test.ts'] },
  coverageAnalysis: 'perTest',
  mutate: ['src/{domain,api,workbook}/**/*.ts'],
  ignorers: ['not-behaviour'],
  ignorePatterns: ['.local', 'coverage', 'docs', 'bench', 'faults'],
  // Stryker would mend paths in it with an interface that TypeScript 7 no longer has; nothing here reads it.
  tsconfigFile: 'none',
  warnings: { unknownOptions: false },
  concurrency: 2,
  timeoutMS: 10_000,
  timeoutFactor: 1.2,
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  htmlReporter: { fileName: 'reports/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation.json' },
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
