/** What Google puts into the page of a sidebar; declared here as far as it is used. */
interface GoogleScriptRun {
  withSuccessHandler(handler: (reply: string) => void): GoogleScriptRun;
  withFailureHandler(handler: (failure: Error) => void): GoogleScriptRun;
  rpc(path: string, json: string): void;
}

declare const google: { readonly script: { readonly run: GoogleScriptRun } };
