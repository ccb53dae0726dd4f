import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse, tokenizer } from 'acorn';
import { publicFunctions } from './school.ts';

const read = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const code = read('Code.js');
const page = read('Sidebar.html');

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

it('dist holds the three files that are pushed, and nothing else', () => {
  expect(readdirSync('dist').sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
});

it('clasp would push exactly these three files', () => {
  const status = execFileSync('npx', ['clasp', 'show-file-status', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { filesToPush } = JSON.parse(status) as { filesToPush: string[] };
  expect(filesToPush.sort()).toEqual(['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json']);
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
    let before = '';
    for (const token of tokenizer(code, { ecmaVersion: 2019 })) {
      const text = code.slice(token.start, token.end);
      if (token.type.label === 'name' && before !== '.') names.add(text);
      before = text;
    }
    expect(notOnThePlatform.filter((name) => names.has(name))).toEqual([]);
    expect(code).not.toMatch(/\bimport\s*\(/);
    expect(code).not.toMatch(/^#!/);
  });

  it('is at most 120 kB', () => {
    expect(statSync('dist/Code.js').size).toBeLessThanOrEqual(120_000);
  });
});

describe('Sidebar.html', () => {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');

  it('is one page that loads nothing from anywhere', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed)\b|<script[^>]+src|@import|url\(/i);
    expect(page.match(/https?:[^"'\s)]*/g)?.filter((address) => !/www\.w3\.org/.test(address)) ?? []).toEqual([]);
    expect(scripts).toHaveLength(1);
  });

  it('has nothing that Google takes for a comment, a scriptlet or the end of the script', () => {
    for (const marker of ['<!--', '-->', '<?', '?>']) expect(page).not.toContain(marker);
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    const script = scripts[0] ?? '';
    const comments: string[] = [];
    const tokens = [...tokenizer(script, { ecmaVersion: 2022, onComment: (_block, text) => comments.push(text) })];
    expect(comments).toEqual([]);
    const marked = tokens.map(({ start, end }) => script.slice(start, end)).filter((text) => /\/\/|\/\*/.test(text));
    expect(marked).toEqual([]);
  });

  // 20 kB were for the form alone; what came since may add a tenth: see ARCHITECTURE.md.
  it('is at most 60 kB, and 22 kB on the way', () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000);
    expect(gzipSync(page).length).toBeLessThanOrEqual(22_000);
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
