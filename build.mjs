// Builds what is pushed to Apps Script: dist/Code.js, dist/Sidebar.html and dist/appsscript.json.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tokenizer } from 'acorn';
import { build } from 'esbuild';

const out = new URL('dist/', import.meta.url).pathname;
const common = {
  bundle: true,
  write: false,
  target: 'es2019',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeFile(`${out}Code.js`, await code());
await writeFile(`${out}Sidebar.html`, await sidebar());
await copyFile(new URL('appsscript.json', import.meta.url), `${out}appsscript.json`);

// Apps Script calls only functions declared at the top of a file, and a bundle has none: so each export of main.ts
// gets one. esbuild lists the exports of a module, not of an iife: hence the two builds.
async function code() {
  // Every call loads all of it, which costs by the kilobyte. What a log says of a place can be found in this very file,
  // whose lines are short.
  const server = {
    ...common,
    entryPoints: ['src/main.ts'],
    minify: true,
    lineLimit: 160,
  };
  const { metafile } = await build({ ...server, format: 'esm', metafile: true, outfile: 'main.js' });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const stubs = names.map((name) => `function ${name}(...args) {\n  return Stride.${name}(...args);\n}`).join('\n');
  const bundle = await build({ ...server, format: 'iife', globalName: 'Stride', footer: { js: stubs } });
  return bundle.outputFiles[0].text;
}

async function sidebar() {
  // Browsers are newer than Apps Script.
  const page = { ...common, target: 'es2022', minify: true };
  const script = await build({
    ...page,
    entryPoints: ['sidebar/main.tsx'],
    format: 'iife',
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: ['sidebar/jsx.ts'],
    // Else sidebar/tsconfig.json would choose how a tag is called, in a way that is larger here.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const style = await build({ ...page, entryPoints: ['sidebar/sidebar.css'] });
  const parts = {
    style: style.outputFiles[0].text.trim(),
    script: withoutCommentMarkers(script.outputFiles[0].text.trim()),
  };
  const shell = await readFile('sidebar/sidebar.html', 'utf8');
  return shell.replace(/\{\{(style|script)\}\}/g, (_, part) => parts[part]);
}

// Google's server strips what looks like a comment out of a page, inside strings too (issue 156139610), and would run
// what looks like a scriptlet: strings and templates say the same another way. There are no other comments in a minified script.
function withoutCommentMarkers(script) {
  let safe = '';
  let end = 0;
  for (const token of tokenizer(script, { ecmaVersion: 2022 })) {
    const text = script.slice(token.start, token.end);
    safe += script.slice(end, token.start);
    safe += ['string', 'template'].includes(token.type.label)
      ? text.replace(/\/(?=[/*])/g, '\\x2f').replace(/<(?=[!?/])/g, '\\x3c')
      : text;
    end = token.end;
  }
  return safe + script.slice(end);
}
