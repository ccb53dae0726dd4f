// Builds what is pushed to Apps Script: dist/Code.js, dist/Sidebar.html, dist/More.html and dist/appsscript.json.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parse, tokenizer } from 'acorn';
import { build, transform } from 'esbuild';

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
const pages = await sidebar();
await writeFile(`${out}Sidebar.html`, pages.sidebar);
await writeFile(`${out}More.html`, pages.more);
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

// The sidebar opens with Home alone; every other view is in a script that follows, and what both need is in the first
// one only. esbuild divides them so for a server of modules, which Apps Script is not: so the second script takes what it
// needs from an object that the first leaves behind, under a name that a script of another version does not know.
async function sidebar() {
  // Browsers are newer than Apps Script.
  const page = { ...common, target: 'es2022' };
  const divided = await build({
    ...page,
    entryPoints: ['sidebar/main.tsx', 'sidebar/more/main.ts'],
    format: 'esm',
    splitting: true,
    outdir: 'divided',
    chunkNames: 'shared',
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: ['sidebar/jsx.ts'],
    // Else sidebar/tsconfig.json would choose how a tag is called, in a way that is larger here.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const piece = (name) => divided.outputFiles.find(({ path }) => path.endsWith(`divided/${name}.js`)).text;
  const left = `stride_${createHash('sha256').update(piece('main')).update(piece('shared')).digest('hex').slice(0, 8)}`;
  const { names, rest } = withoutImport(piece('more/main'));
  const first = await build({
    ...page,
    minify: true,
    format: 'iife',
    stdin: { contents: `import { ${names} } from 'shared.js'; globalThis.${left} = { ${names} }; import 'main.js';` },
    plugins: [pieces({ 'main.js': piece('main'), 'shared.js': piece('shared') })],
  });
  const more = await transform(`const { ${names} } = globalThis.${left};${rest}`, {
    target: page.target,
    charset: 'utf8',
    minify: true,
    format: 'iife',
  });
  const style = await build({ ...page, minify: true, entryPoints: ['sidebar/sidebar.css'] });
  const parts = {
    style: style.outputFiles[0].text.trim(),
    script: withoutCommentMarkers(first.outputFiles[0].text.trim()),
  };
  const shell = await readFile('sidebar/sidebar.html', 'utf8');
  return {
    sidebar: shell.replace(/\{\{(style|script)\}\}/g, (_, part) => parts[part]),
    // A page of one script, as Google's own pages include theirs.
    more: `<script>${withoutCommentMarkers(more.code.trim())}</script>\n`,
  };
}

// What a divided script takes from the other, by name, and the rest of it.
function withoutImport(script) {
  const imports = parse(script, { ecmaVersion: 2022, sourceType: 'module' }).body.filter(
    ({ type }) => type === 'ImportDeclaration',
  );
  const isPlain = ({ imported, local }) => imported.name === local.name;
  if (imports.length !== 1 || !imports[0].specifiers.every(isPlain)) throw new Error('divided in another way');
  const [{ specifiers, start, end }] = imports;
  const names = specifiers.map(({ local }) => local.name).join(', ');
  return { names, rest: script.slice(0, start) + script.slice(end) };
}

function pieces(contents) {
  const name = (path) => path.split('/').pop();
  return {
    name: 'pieces',
    setup(from) {
      from.onResolve({ filter: /\.js$/ }, ({ path }) => ({ path: name(path), namespace: 'piece' }));
      from.onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => ({ contents: contents[path] }));
    },
  };
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
