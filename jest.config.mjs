export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/prepare.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'json'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
