import { callOf, stringValue } from './ast.ts';
import type { Extension } from './extension.ts';
import { isAnalysed } from './input.ts';
import type { Script } from './script.ts';

/**
 * What in the extension's own pages needs a source of its content security policy, in words: "`popup.html` loads `https://cdn.example.com/a.js`".
 * Undefined where nothing does, so far as the files show.
 */
export function needOf(extension: Extension, directive: string, source: string): string | undefined {
  const word = source.toLowerCase();
  if (word === "'unsafe-eval'") return ofScripts(extension, evaluation) ?? missingScript(extension);
  if (/^'sha\d+-/.test(word)) return ofInlineScripts(extension);
  if (/^(blob|data|filesystem):/.test(word)) return ofScripts(extension, (script) => made(script, word.split(':')[0]!));
  if (word.startsWith("'") || !/[.:*]/.test(word)) return undefined;
  return directive === 'object-src' ? ofObjects(extension) : (ofRemoteScripts(extension, word) ?? ofScripts(extension, (script) => mention(script, word)));
}

function ofScripts(extension: Extension, find: (script: Script) => string | undefined): string | undefined {
  for (const realm of extension.realms) {
    if (realm.kind === 'content' || realm.kind === 'sandbox') continue;
    for (const script of realm.scripts) {
      const found = find(script);
      if (found !== undefined) return `\`${script.path}\` ${found}`;
    }
  }
  return undefined;
}

/** Code that compiles text, in words: "calls `eval`". */
export function evaluation(script: Script): string | undefined {
  if (!/\beval\b|\bFunction\b|\bset(Timeout|Interval)\b/.test(script.text)) return undefined;
  if (!script.file.editable || !isAnalysed(script)) {
    const found = /(?<![\w.$])eval\s*\(|\bnew\s+Function\b|(?<![\w.$])Function\s*\(/.exec(script.text)?.[0];
    return found === undefined ? undefined : `has \`${found.replace(/\s+/g, ' ')}\``;
  }
  for (const name of ['eval', 'Function']) if (script.globals(name).some((node) => callOf(node) !== undefined)) return `calls \`${name}\``;
  for (const name of ['setTimeout', 'setInterval']) {
    if (script.globals(name).some((node) => stringValue(callOf(node)?.arguments[0]) !== undefined)) return `gives \`${name}\` a text`;
  }
  return undefined;
}

function missingScript(extension: Extension): string | undefined {
  for (const { kind, name, missing: [first] } of extension.realms) {
    if (first !== undefined && kind !== 'content' && kind !== 'sandbox') return `\`${name}\` loads \`${first}\`, which is not among the files`;
  }
  return undefined;
}

function ofInlineScripts(extension: Extension): string | undefined {
  const page = ownPages(extension).find(({ scripts }) => scripts.some(({ inline }) => inline !== undefined));
  return page && `\`${page.path}\` has an inline script`;
}

function ofObjects(extension: Extension): string | undefined {
  const page = ownPages(extension).find(({ elements }) => elements.some(({ tag }) => /^(object|embed|applet)$/.test(tag)));
  return page && `\`${page.path}\` has a plug-in element`;
}

/** Code that makes scripts from texts at run time. */
function made(script: Script, scheme: string): string | undefined {
  if (!/\bWorker\s*\(|\bimportScripts\b|['"`]script['"`]/.test(script.text)) return undefined;
  const url = { blob: /\bcreateObjectURL\b/, data: /\bdata:(text|application)\/(java|ecma)script/, filesystem: /\bfilesystem:|requestFileSystem/i }[scheme];
  return url?.test(script.text) ? `may load scripts from \`${scheme}:\` URLs` : undefined;
}

function ofRemoteScripts(extension: Extension, source: string): string | undefined {
  const matches = sourceTest(source);
  for (const page of ownPages(extension)) {
    for (const { src } of page.scripts) if (src !== undefined && matches(src)) return `\`${page.path}\` loads \`${src}\``;
  }
  return undefined;
}

/** A URL of a script that code loads, as far as its text tells. */
function mention(script: Script, source: string): string | undefined {
  if (!/['"`]script['"`]|\bimportScripts\b|\bgetScript\b|\bimport\b|\.js\b/.test(script.text)) return undefined;
  const matches = sourceTest(source);
  const scheme = /^[a-z]+:$|^\*$/.test(source);
  for (const [, url] of script.text.matchAll(/['"`]((?:https?:)?\/\/[^'"`\s]+)/g)) {
    if (matches(url!) && (!scheme || /\.m?js\b/.test(url!))) return `mentions \`${url!.slice(0, 80)}\``;
  }
  return undefined;
}

/** Whether a URL falls under a source like `https://*.example.com`. A URL without scheme may be any. */
function sourceTest(source: string): (url: string) => boolean {
  const [, scheme, host = ''] = /^(?:([a-z-]+):)?(?:\/\/)?([^/:]*)/.exec(source) ?? [];
  const hosts = new RegExp(`^${host.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/^\*/, '.*')}$`);
  return (url) => {
    const [, ownScheme, ownHost = ''] = /^(?:([a-z-]+):)?\/\/([^/:?#]*)/i.exec(url) ?? [];
    return ownHost !== '' && (scheme === undefined || ownScheme === undefined || scheme === ownScheme.toLowerCase()) && (host === '' || hosts.test(ownHost.toLowerCase()));
  };
}

function ownPages(extension: Extension) {
  const sandboxed = new Set(extension.manifest.strings(['sandbox', 'pages']).map((path) => extension.fromManifest(path)));
  return extension.pages.filter(({ path }) => !sandboxed.has(path));
}
