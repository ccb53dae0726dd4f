/** gas-local ships no types of its own. */
declare module 'gas-local' {
  const gas: {
    require(folder: string, globals?: object): Record<string, unknown>;
    globalMockDefault: Record<string, unknown>;
  };
  export default gas;
}
