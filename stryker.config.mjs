// Mutation testing of what decides: `npm run stryker`, or one file: `npm run stryker -- --mutate src/domain/corrections.ts`.
export default {
  plugins: ['@stryker-mutator/jest-runner', './test/source/not-behaviour.mjs'],
  testRunner: 'jest',
  // Which tests reach a mutant is measured; to ask Jest as well would only cost time.
  jest: { configFile: 'jest.source.config.mjs', enableFindRelatedTests: false },
  // Stryker would mend paths in it with an interface that TypeScript 7 no longer has; nothing here reads it.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  mutate: ['src/{domain,api,workbook}/**/*.ts'],
  ignorers: ['not-behaviour'],
  ignorePatterns: ['.local', 'coverage', 'docs', 'bench', 'sidebar/views'],
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  htmlReporter: { fileName: 'reports/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation.json' },
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
