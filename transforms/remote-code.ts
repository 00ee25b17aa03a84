import type * as t from '@babel/types';
import { callOf, isCall, isFunction, isMember, isUnused, memberName, parentOf, stringValue, unwrap, walk, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isDynamicImport } from './lib/dom-kinds.ts';
import type { Extension } from './lib/extension.ts';
import { mayBeOpened } from './lib/page-names.ts';
import type { Page } from './lib/page.ts';
import { allows } from './lib/policy.ts';
import { isDocumentationPath, isTestPath } from './lib/roles.ts';
import { isTried, type Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

const STRINGS = 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-execution-of-strings';
const REMOTE = 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-remote-code';
const SANDBOX = 'If that is impossible, run it in a page of `sandbox.pages`, in a frame, and talk to it with `postMessage`.';

export default define({
  id: 'remote-code',
  summary: 'Code that is made from strings or loaded from elsewhere, which Manifest V3 forbids',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security',
  targets: ['chrome', 'firefox', 'cross-browser'],
  names: ['eval', 'Function', 'constructor', 'setTimeout', 'setInterval', 'importScripts', 'import', 'createElement', 'getScript', 'template', 'compile', 'script', 'link', 'executeScript'],
  messages: {
    'code-from-string': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` makes code from a string, which Manifest V3 blocks',
      advice: `Write the code out as functions; read data with \`JSON.parse\`. ${SANDBOX}`,
      url: STRINGS,
    },
    'global-object': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` makes code from a string, which Manifest V3 blocks, only to find the global object',
      advice: 'Write `globalThis`.',
      url: STRINGS,
    },
    'code-from-string-in-content-script': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` makes code from a string, which Manifest V3 blocks in content scripts, too',
      advice: 'Write the code out as functions; read data with `JSON.parse`.',
      url: STRINGS,
    },
    'compiled-template': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` compiles a template to code, which Manifest V3 blocks',
      advice: `Compile the templates when the extension is built, or use a library that interprets them. ${SANDBOX}`,
      url: STRINGS,
    },
    'remote-script': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` loads code from `{host}`, which Manifest V3 forbids',
      advice: 'Put the script into the extension, and load it from there.',
      url: REMOTE,
    },
    'remote-script-in-page': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` loads code from `{host}` into the page: the Chrome Web Store refuses extensions that do',
      advice: 'Put the script into the extension, and inject it from there.',
      url: REMOTE,
    },
    'fetched-code': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs code that was fetched, which Manifest V3 forbids',
      advice: 'Put the code into the extension. Fetched data may decide what the extension does, but not how.',
      url: REMOTE,
    },
    'inline-script': {
      outcome: 'manual', severity: 'error',
      text: 'this inline script ran because of a hash in `content_security_policy`; Chrome refuses hashes in Manifest V3',
      advice: 'Move it to a file of its own: `<script src="...">`.',
    },
  },
  *script(script: Script, extension: Extension) {
    const { originalManifest } = extension;
    if (script.realms.every(({ kind }) => kind === 'sandbox') && script.realms.length > 0) return;
    const page = script.inline ? extension.page(script.path) : undefined;
    if (page !== undefined && isForNobody(page, extension)) return;
    const content = script.runsIn('content');
    const evaluates = content || allows(originalManifest, 'unsafe-eval');
    if (evaluates) yield* strings(script, content);
    yield* remoteScripts(script, content);
    yield* fetchedCode(script);
  },
  *page(page: Page, extension: Extension) {
    if (extension.manifest.strings(['sandbox', 'pages']).some((path) => extension.fromManifest(path) === page.path)) return;
    if (isForNobody(page, extension)) return;
    const links = page.elements.filter(({ tag, attributes }) => tag === 'link' && /^(modulepreload|import)$/i.test(attributes.get('rel') ?? ''));
    for (const { tag, attributes, place } of [...page.scripts, ...links]) {
      const name = tag === 'script' ? 'src' : 'href';
      const host = hostOf(attributes.get(name));
      if (host !== undefined) yield { message: 'remote-script', at: place, data: { code: `<${tag} ${name}="${attributes.get(name)!.trim()}">`, host } };
    }
    if (extension.hasWorker && allows(extension.originalManifest, 'sha\\d+-')) {
      for (const { inline, place } of page.scripts) if (inline) yield { message: 'inline-script', at: place };
    }
  },
});

/** Whether a page is of the project's site or tests: that is no part of what is installed, or nobody gets there. */
function isForNobody(page: Page, extension: Extension): boolean {
  const isBeside = ({ path }: { readonly path: string }): boolean => isDocumentationPath(path) || isTestPath(path);
  return isBeside(page) && !mayBeOpened(extension, page, isBeside);
}

/** The host of an address outside of the extension. */
function hostOf(url: string | undefined): string | undefined {
  return /^\s*(?:https?:)?\/\/([^/?#'"`\s]+)/i.exec(url ?? '')?.[1];
}

// ---- code from strings

const COMPILERS: readonly (readonly [names: RegExp, methods: RegExp])[] = [
  [/^(_|lodash|underscore)$/, /^template$/],
  [/^(Handlebars|Hogan|ejs|pug|jade|dust|swig|doT|nunjucks)$/, /^(compile|template|render|renderString)$/],
  [/^kendo$/, /^template$/],
];

function* strings(script: Script, content: boolean) {
  const message = content ? 'code-from-string-in-content-script' as const : 'code-from-string' as const;
  const { editable } = script.file;
  for (const node of script.globals('eval')) {
    const made = callOf(node) ?? handedOn(node);
    if (made !== undefined && (editable || !isTried(made))) yield { message, at: script.at(made), data: { code: snippet(script, made) } };
  }
  for (const node of script.globals('Function')) {
    const call = callOf(node);
    const other = call === undefined && editable && !isTried(node) ? handedOn(node) : undefined;
    if (other !== undefined) yield { message, at: script.at(other), data: { code: snippet(script, other) } };
    if (call === undefined || isTried(call)) continue;
    const finder = stringValue(call.arguments.at(-1))?.trim();
    if (finder !== undefined && /^return this;?$/.test(finder)) {
      // `self || Function('return this')()` does not come so far.
      if (!isSpare(call)) yield { message: 'global-object' as const, at: script.at(call), data: { code: snippet(script, callOf(call) ?? call) } };
    } else if (editable || !isSpare(call)) {
      yield { message, at: script.at(call), data: { code: snippet(script, call) } };
    }
  }
  for (const name of ['setTimeout', 'setInterval']) {
    for (const node of script.globals(name)) {
      const call = callOf(node);
      if (call !== undefined && call.arguments[0] && isText(call.arguments[0])) yield { message, at: script.at(call), data: { code: snippet(script, call) } };
    }
  }
  if (/\bconstructor\W{1,5}constructor\b|[})]\s*\.constructor\b/.test(script.text)) yield* hiddenCompilers(script, message);
  if (editable) yield* templates(script);
}

/** What takes `eval` or `Function` as a value to call it some other way: `(0, eval)(code)`, `eval.call(...)`, `const run = eval`, `Reflect.construct(Function, ...)`. */
function handedOn(node: Node): Node | undefined {
  const value = wrapped(node);
  const parent = parentOf(value);
  if (isMember(parent) && parent.object === value) return /^(call|apply|bind)$/.test(memberName(parent) ?? '') ? callOf(parent) : undefined;
  if (parent?.type === 'SequenceExpression') return parent.expressions.at(-1) === value ? callOf(parent) : undefined;
  if (parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression') return (parent.type === 'VariableDeclarator' ? parent.init : parent.right) === value ? parent : undefined;
  return parent?.type === 'CallExpression' && /^Reflect\.(construct|apply)$/.test(nameOf(parent.callee)) && parent.arguments[0] === value ? parent : undefined;
}

function nameOf(callee: Node): string {
  return isMember(callee) && callee.object.type === 'Identifier' ? `${callee.object.name}.${memberName(callee) ?? ''}` : '';
}

/** `[].map.constructor.constructor('...')`, `(async () => {}).constructor`: `Function` by another name. */
function* hiddenCompilers<Id>(script: Script, message: Id) {
  const found: Node[] = [];
  walk(script.program!, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
    const object = isMember(callee) && memberName(callee) === 'constructor' ? unwrap(callee.object) : undefined;
    if (isMember(object) && memberName(object) === 'constructor') found.push(node);
    const up = parentOf(node);
    if (isMember(node) && memberName(node) === 'constructor' && isFunction(functionIn(node.object)) && !(isMember(up) && memberName(up) === 'constructor')) found.push(node);
  });
  for (const call of found) yield { message, at: script.at(call), data: { code: snippet(script, call) } };
}

/** The function of `(async () => {}).constructor` and `Object.getPrototypeOf(async function () {}).constructor`. */
function functionIn(node: Node): Node {
  const inner = unwrap(node);
  return isCall(inner) && nameOf(inner.callee as Node) === 'Object.getPrototypeOf' && inner.arguments[0] ? unwrap(inner.arguments[0]) : inner;
}

/** Whether an expression is only reached when what stands before it in `a || b` is missing. */
function isSpare(call: Node): boolean {
  for (let inner: Node = call, up = parentOf(inner); up !== undefined && !isFunction(up); inner = up, up = parentOf(up)) {
    if (up.type === 'LogicalExpression' && up.right === inner && up.operator !== '&&') return true;
    if (up.type === 'ConditionalExpression' && up.test !== inner) return true;
  }
  return false;
}

function isText(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'StringLiteral' || inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+' && (isText(inner.left) || isText(inner.right)));
}

function* templates(script: Script) {
  for (const [names, methods] of COMPILERS) {
    for (const [name, uses] of script.freeNames) if (names.test(name)) for (const { node } of uses) yield* compiled(script, node, methods);
    for (const { name, references, declarations: [declaration] } of script.scopes!.bindings) {
      const source = declaration && importedFrom(declaration.node, declaration.init);
      if (source !== undefined && (names.test(name) || names.test(source))) for (const { node } of references) yield* compiled(script, node, methods);
    }
  }
}

function importedFrom(declaration: Node, init: Node | undefined): string | undefined {
  const parent = parentOf(declaration);
  if (parent?.type === 'ImportDeclaration') return parent.source.value;
  const call = init && unwrap(init);
  return isCall(call) && call.callee.type === 'Identifier' && call.callee.name === 'require' ? stringValue(call.arguments[0]) : undefined;
}

function* compiled(script: Script, node: Node, methods: RegExp) {
  const member = parentOf(wrapped(node));
  const call = isMember(member) && methods.test(memberName(member) ?? '') ? callOf(member) : undefined;
  if (call !== undefined && call.arguments.length > 0) yield { message: 'compiled-template' as const, at: script.at(call), data: { code: snippet(script, call) } };
}

// ---- code from elsewhere

function* remoteScripts(script: Script, content: boolean) {
  const found = (at: Node, shown: Node, url: string | undefined) => {
    const host = hostOf(url);
    return host === undefined ? [] : [{ message: content ? 'remote-script-in-page' as const : 'remote-script' as const, at: script.at(at), data: { code: snippet(script, shown, 80), host } }];
  };
  for (const node of script.globals('importScripts')) {
    const call = callOf(node);
    for (const argument of call?.arguments ?? []) yield* found(argument, call!, startOf(argument));
  }
  for (const statement of script.program!.body) {
    if ((statement.type === 'ImportDeclaration' || statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') && statement.source) yield* found(statement, statement, statement.source.value);
  }
  const loading: Node[] = [];
  if (/\bimport\s*\(/.test(script.text)) {
    walk(script.program!, (node) => {
      if (isDynamicImport(node)) loading.push(node);
    });
  }
  for (const node of loading) yield* found(node, node, startOf(isCall(node) ? node.arguments[0] : (node as t.ImportExpression).source));
  for (const name of ['$', 'jQuery']) {
    for (const node of script.globals(name)) {
      const member = parentOf(wrapped(node));
      const call = isMember(member) && memberName(member) === 'getScript' ? callOf(member) : undefined;
      if (call !== undefined) yield* found(call, call, startOf(call.arguments[0]));
    }
  }
  for (const binding of script.scopes!.bindings) {
    if (!binding.declarations.some(({ init }) => init !== undefined && isScriptElement(unwrap(init)))) continue;
    for (const { node } of binding.references) {
      const member = parentOf(wrapped(node));
      const assignment = isMember(member) && memberName(member) === 'src' ? parentOf(member) : undefined;
      if (assignment?.type === 'AssignmentExpression' && assignment.left === member) yield* found(assignment, assignment, startOf(assignment.right));
    }
  }
}

function isScriptElement(node: Node): boolean {
  const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
  return isMember(callee) && memberName(callee) === 'createElement' && stringValue((node as AnyCall).arguments[0])?.toLowerCase() === 'script';
}

/** What a string begins with, as far as it is literal. */
function startOf(node: Node | undefined): string | undefined {
  const inner = node && unwrap(node);
  if (inner?.type === 'StringLiteral') return inner.value;
  if (inner?.type === 'TemplateLiteral') return inner.quasis[0]?.value.cooked ?? undefined;
  if (inner?.type === 'BinaryExpression' && inner.operator === '+') {
    const start = startOf(inner.left);
    return start && start + (stringValue(inner.right) ?? '');
  }
  // ('https:' == location.protocol ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js'
  return inner?.type === 'ConditionalExpression' ? startOf(inner.consequent) : undefined;
}

/** `fetch(url).then((r) => r.text()).then((code) => tabs.executeScript(id, { code }))`, `{ code: xhr.responseText }` */
function* fetchedCode(script: Script) {
  for (const { call } of script.calls('tabs.executeScript')) {
    for (const argument of call.arguments) {
      const details = unwrap(argument);
      if (details.type !== 'ObjectExpression') continue;
      const code = details.properties.find((member) => member.type === 'ObjectProperty' && member.key.type === 'Identifier' && member.key.name === 'code');
      if (code?.type === 'ObjectProperty' && isFetched(script, unwrap(code.value))) yield { message: 'fetched-code' as const, at: script.at(code), data: { code: snippet(script, call.callee) } };
    }
  }
}

function isFetched(script: Script, value: Node): boolean {
  if (isMember(value)) return memberName(value) === 'responseText';
  if (value.type === 'AwaitExpression') return isCall(value.argument) && isMember(value.argument.callee) && memberName(value.argument.callee) === 'text';
  const [declaration] = value.type === 'Identifier' ? script.binding(value)?.declarations ?? [] : [];
  if (declaration === undefined) return false;
  if (declaration.init !== undefined && !isFunction(declaration.node)) return isFetched(script, unwrap(declaration.init));
  const then = isFunction(declaration.node) ? parentOf(declaration.node) : undefined;
  const before = isCall(then) && isMember(then.callee) && memberName(then.callee) === 'then' ? unwrap(then.callee.object) : undefined;
  return before !== undefined && !isUnused(before) && /\.text\(\)\s*\)?\s*;?\s*\}?\s*\)$/.test(script.textOf(before));
}
