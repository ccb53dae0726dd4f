export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/prepare.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Gathers the same tests once more, for jest.source.config.mjs.
  testPathIgnorePatterns: ['<rootDir>/test/source/'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'json'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
