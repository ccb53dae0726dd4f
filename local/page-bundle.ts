import { extname, resolve } from 'node:path';
import { build } from 'esbuild';

/** A file the browser may ask for. */
export interface Asset {
  readonly type: string;
  readonly body: Uint8Array;
}

let made: Promise<ReadonlyMap<string, Asset>> | undefined;

/** The page and everything it needs, so that no request leaves the machine; made once, however many servers run. */
export function pageAssets(): Promise<ReadonlyMap<string, Asset>> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<ReadonlyMap<string, Asset>> {
  const page = resolve('local/page');
  const { outputFiles } = await build({
    entryPoints: { page: `${page}/main.tsx`, bridge: `${page}/bridge.ts` },
    outdir: page,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // o-spreadsheet's "browser" file is made for a script tag and exports nothing.
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.xml': 'text', '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
    logLevel: 'error',
  });
  const assets = outputFiles.map(({ path, contents }) => {
    const name = path.slice(page.length).replaceAll('\\', '/');
    return [name, { type: types[extname(name)] ?? 'application/octet-stream', body: contents }] as const;
  });
  return new Map<string, Asset>([...assets, ['/', { type: 'text/html; charset=utf-8', body: Buffer.from(html) }]]);
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>STRIDE Coaching, local workbook</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body></body>
</html>
`;
