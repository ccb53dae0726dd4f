import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse, tokenizer } from 'acorn';
import { publicFunctions } from './school.ts';

const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const code = read('Code.js');
const page = read('Sidebar.html');
const more = read('More.html');

// developers.google.com/apps-script/guides/v8-runtime#limitations
const notOnThePlatform = [
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'structuredClone',
  'fetch',
  'FormData',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'crypto',
  'window',
  'document',
  'navigator',
  'performance',
  'process',
  'require',
  'localStorage',
];

it('dist holds the four files that are pushed, and nothing else', () => {
  expect(readdirSync('dist').sort()).toEqual(['Code.js', 'More.html', 'Sidebar.html', 'appsscript.json']);
});

it('clasp would push exactly these four files', () => {
  const status = execFileSync('npx', ['clasp', 'show-file-status', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { filesToPush } = JSON.parse(status) as { filesToPush: string[] };
  expect(filesToPush.sort()).toEqual(['dist/Code.js', 'dist/More.html', 'dist/Sidebar.html', 'dist/appsscript.json']);
});

describe('Code.js', () => {
  const program = parse(code, { ecmaVersion: 2019, sourceType: 'script' });

  it('is a script of 2019, which Apps Script can parse, and shows exactly the functions of main.ts', () => {
    const names = program.body.flatMap((statement) =>
      statement.type === 'FunctionDeclaration' ? [statement.id.name] : [],
    );
    expect(names.sort()).toEqual(publicFunctions);
    const others = program.body.filter(
      (statement) => !['FunctionDeclaration', 'ExpressionStatement'].includes(statement.type),
    );
    expect(others.map((statement) => statement.type)).toEqual(['VariableDeclaration']);
  });

  it('uses nothing that the platform lacks', () => {
    const names = new Set<string>();
    const said = [...tokenizer(code, { ecmaVersion: 2019 })];
    const text = (at: number): string => code.slice(said[at]?.start, said[at]?.end);
    for (const [at, { type }] of said.entries()) {
      // A plan has a process: a key is no name.
      const isKey = ['{', ','].includes(text(at - 1)) && text(at + 1) === ':';
      if (type.label === 'name' && text(at - 1) !== '.' && !isKey) names.add(text(at));
    }
    expect(notOnThePlatform.filter((name) => names.has(name))).toEqual([]);
    expect(code).not.toMatch(/\bimport\s*\(/);
    expect(code).not.toMatch(/^#!/);
  });

  it('is at most 195 kB', () => {
    expect(statSync('dist/Code.js').size).toBeLessThanOrEqual(195_000);
  });
});

const scriptsIn = (html: string): string[] =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');

describe.each([
  ['Sidebar.html', page],
  ['More.html', more],
])('%s', (_, html) => {
  it('loads nothing from anywhere', () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed)\b|<script[^>]+src|@import|url\(/i);
    expect(html.match(/https?:[^"'\s)]*/g)?.filter((address) => !/www\.w3\.org/.test(address)) ?? []).toEqual([]);
    expect(scriptsIn(html)).toHaveLength(1);
  });

  it('has nothing that Google takes for a comment, a scriptlet or the end of the script', () => {
    for (const marker of ['<!--', '-->', '<?', '?>']) expect(html).not.toContain(marker);
    expect(html.match(/<\/script/gi)).toHaveLength(1);
    const script = scriptsIn(html)[0] ?? '';
    const comments: string[] = [];
    const tokens = [...tokenizer(script, { ecmaVersion: 2022, onComment: (_block, text) => comments.push(text) })];
    expect(comments).toEqual([]);
    const marked = tokens.map(({ start, end }) => script.slice(start, end)).filter((text) => /\/\/|\/\*/.test(text));
    expect(marked).toEqual([]);
  });

  it('needs no more of a browser than an inline script', () => {
    expect(scriptsIn(html)[0]).not.toMatch(/\beval\s*\(|new Function\b|\bimport\s*\(/);
  });
});

describe('More.html', () => {
  it('is one script and nothing beside it, as the sidebar takes it out from between its tags', () => {
    expect(more).toMatch(/^<script>[\s\S]*<\/script>\n$/);
  });

  it('takes what it shares with the sidebar, Preact among it, from an object that only this very build leaves', () => {
    const [left] = more.match(/globalThis\.stride_[0-9a-f]{8}/) ?? [];
    expect(page).toContain(`${left}={`);
    // Of which there is one in Preact's own drawing.
    const drawing = 'dangerouslySetInnerHTML';
    expect([page.includes(drawing), more.includes(drawing)]).toEqual([true, false]);
  });

  // It follows behind Home, in one call.
  it('is at most 27 kB on the way', () => {
    expect(gzipSync(more).length).toBeLessThanOrEqual(27_000);
  });
});

describe('Sidebar.html', () => {
  // Home, and what it shares with every other view.
  it('is at most 60 kB, and 20 kB on the way', () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000);
    expect(gzipSync(page).length).toBeLessThanOrEqual(20_000);
  });
});

it('the manifest asks for these scopes and no more', () => {
  const manifest = JSON.parse(read('appsscript.json')) as {
    oauthScopes: string[];
    runtimeVersion: string;
    dependencies: unknown;
  };
  expect(manifest.oauthScopes.map((scope) => scope.replace(/.*\/auth\//, ''))).toEqual([
    'spreadsheets.currentonly',
    'script.container.ui',
    'calendar.events.owned',
    'userinfo.email',
    'script.scriptapp',
  ]);
  expect(manifest.runtimeVersion).toBe('V8');
  expect(manifest.dependencies).toEqual({
    enabledAdvancedServices: [{ userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' }],
  });
});
