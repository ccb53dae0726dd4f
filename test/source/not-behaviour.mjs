// What is not mutated, because nothing the add-on does depends on it.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const reasons = {
  help: 'a sentence for people, in the note of a header',
  about: 'a sentence for people, beside a tab or a setting',
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'not-behaviour', {
    shouldIgnore(path) {
      const { parent } = path;
      const isAboutTable = parent?.type === 'CallExpression' && parent.callee.name === 'table' && path.key === 1;
      if (isAboutTable) return reasons.about;
      if (parent?.type !== 'ObjectProperty' || parent.value !== path.node) return undefined;
      return parent.key.type === 'Identifier' ? reasons[parent.key.name] : undefined;
    },
  }),
];
