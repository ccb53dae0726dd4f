import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notEmulated } from '../google-error.ts';

// developers.google.com/apps-script/reference/html/html-service

/** HtmlService itself. */
export class HtmlServiceHandle extends Handle {}

/** A page to be shown. */
export class HtmlOutputHandle extends Handle {
  title = '';
  width: number | null = null;
  height: number | null = null;

  constructor(
    run: Execution,
    public content: string,
  ) {
    super(run);
  }
}

export const htmlService = {
  // The file as it is: scriptlets in it are not run, which is what templates are for.
  createHtmlOutputFromFile: ({ run }, name: string) => {
    const content = run.outside.files.get(String(name).replace(/\.html$/, ''));
    if (content === undefined) throw new GoogleError(`No HTML file named ${name} was found.`);
    return new HtmlOutputHandle(run, content);
  },
  createHtmlOutput: ({ run }, content: unknown = '') => new HtmlOutputHandle(run, String(content)),
  createTemplate: () => {
    throw notEmulated('HtmlService.createTemplate');
  },
  createTemplateFromFile: () => {
    throw notEmulated('HtmlService.createTemplateFromFile');
  },
} satisfies Methods<HtmlServiceHandle>;

export const htmlOutput = {
  getContent: (self) => self.content,
  setContent: (self, content: string) => Object.assign(self, { content }),
  append: (self, added: string) => Object.assign(self, { content: self.content + added }),
  appendUntrusted: (self, added: string) => Object.assign(self, { content: self.content + escaped(added) }),
  clear: (self) => Object.assign(self, { content: '' }),
  getTitle: (self) => self.title,
  setTitle: (self, title: string) => Object.assign(self, { title }),
  getWidth: (self) => self.width,
  setWidth: (self, width: number) => Object.assign(self, { width }),
  getHeight: (self) => self.height,
  setHeight: (self, height: number) => Object.assign(self, { height }),
  asTemplate: () => {
    throw notEmulated('HtmlOutput.asTemplate');
  },
} satisfies Methods<HtmlOutputHandle>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
