import type * as t from '@babel/types';
import { isCall, isMember, memberName, parentOf, unwrap, walk, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import type { Page } from './lib/page.ts';
import type { Script } from './lib/script.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'chrome-favicon',
  summary: '`chrome://favicon`, which is `/_favicon/` of the extension now',
  url: 'https://developer.chrome.com/docs/extensions/how-to/ui/favicons',
  names: ['favicon', 'favicon2'],
  messages: {
    'favicon': {
      outcome: 'changed', severity: 'error',
      text: '`chrome://favicon` is now `/_favicon/` of the extension',
    },
    'favicon-in-content': {
      outcome: 'review', severity: 'error',
      text: '`chrome://favicon` is now `/_favicon/` of the extension',
      advice: 'Web pages may load it only if `web_accessible_resources` lists `_favicon/*` for them.',
    },
    'favicon-in-chrome': {
      outcome: 'review', severity: 'error',
      text: '`chrome://favicon` is now `/_favicon/` of the extension, which Chrome alone has',
      advice: 'In Firefox use the tab\'s `favIconUrl`.',
    },
    'unclear': {
      outcome: 'manual', severity: 'error',
      text: '`chrome://favicon` does not exist in Manifest V3',
      advice: 'Use `runtime.getURL("/_favicon/?pageUrl=" + encodeURIComponent(url) + "&size=16")`, with the permission `favicon`.',
    },
    'chrome-only': {
      outcome: 'manual', severity: 'error',
      text: '`chrome://favicon` does not exist in Firefox',
      advice: 'Use the tab\'s `favIconUrl`.',
    },
    'permission': {
      outcome: 'changed', severity: 'error',
      text: 'the permission `favicon` gives access to `/_favicon/`',
    },
    'host': {
      outcome: 'changed', severity: 'warning',
      text: '`{host}` is no permission any more',
    },
  },
  *manifest(manifest: Manifest, extension: Extension) {
    for (const key of ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions']) {
      for (const [index, host] of manifest.strings([key]).entries()) {
        if (/^chrome:\/\/favicon/.test(host)) yield { message: 'host', at: manifest.at([key, index]), edits: manifest.remove([key, index]), data: { host } };
      }
    }
    const known = [...manifest.strings(['permissions']), ...manifest.strings(['optional_permissions'])];
    if (!extension.hasWorker || known.includes('favicon')) return;
    if (!extension.scripts.some((script) => script.realms.length > 0 && script.file.editable && /\/_favicon\/\?/.test(script.text))) return;
    yield { message: 'permission', at: manifest.at(['permissions']), edits: manifest.add(['permissions'], ['favicon']) };
  },
  *script(script: Script, extension: Extension) {
    if (!URL_START.test(script.text)) return;
    const literals: (t.StringLiteral | t.TemplateLiteral)[] = [];
    walk(script.program!, (node) => {
      if (node.type === 'StringLiteral' && URL_START.test(node.value)) literals.push(node);
      if (node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => URL_START.test(value.cooked ?? ''))) literals.push(node);
    });
    for (const literal of literals) {
      const at = script.at(literal);
      const edits = !extension.hasWorker ? undefined : literal.type === 'StringLiteral' ? inString(script, literal) : inTemplate(script, literal);
      if (!extension.hasWorker) yield { message: 'chrome-only', at };
      else if (edits === undefined) yield { message: 'unclear', at };
      else yield { message: script.runsIn('content') ? 'favicon-in-content' : extension.hasFirefox ? 'favicon-in-chrome' : 'favicon', at, edits };
    }
  },
  *page(page: Page, extension: Extension) {
    for (const { attributes, place } of page.elements) {
      if ([...attributes.values()].some((value) => URL_START.test(value))) yield { message: extension.hasWorker ? 'unclear' : 'chrome-only', at: place };
    }
  },
});

const URL_START = /chrome:\/\/favicon2?\//;

interface Address {
  /** What stands before the address in the same text: `url(`, `<img src="`. */
  readonly before: string;
  readonly size: number;
  /** The page's address, as far as the text holds it. */
  readonly page: string;
}

/** Reads `chrome://favicon/size/16@2x/origin/<page>`. */
function readAddress(text: string): Address | undefined {
  const match = /^([^]*?)chrome:\/\/favicon\/(?:size\/(\d+)(?:@(\d)x)?\/)?(?:origin\/)?(?!iconurl\/|size\/|largest\/)([^]*)$/.exec(text);
  if (match === null || match[4]!.includes('chrome://favicon')) return undefined;
  return { before: match[1]!, size: Number(match[2] ?? 16) * Number(match[3] ?? 1), page: match[4]! };
}

/** What ends an address inside of HTML or CSS. */
const END = /^["'`)\s<>]/;

/** `'chrome://favicon/' + url` */
function inString(script: Script, literal: t.StringLiteral): Edit[] | undefined {
  const address = readAddress(literal.value);
  if (address === undefined) return undefined;
  const quote = script.textOf(literal)[0]!;
  const literalOf = (text: string): string => `${quote}${text}${quote}`;
  const raw = script.textOf(literal).slice(1, -1);
  const before = raw.slice(0, raw.indexOf('chrome://favicon'));
  const prefix = before === '' ? '' : `${literalOf(before)} + `;
  if (address.page !== '') {
    if (address.before !== '' || !/^https?:\/\/[^\s"'<>()]+$/.test(address.page)) return undefined;
    return [script.replace(literal, `${getUrl(script)}(${literalOf(`/_favicon/?pageUrl=${encodeURIComponent(address.page)}&size=${address.size}`)})`)];
  }
  const operands = operandsAfter(literal);
  const end = operands.findIndex((operand) => operand.type === 'StringLiteral' && END.test(operand.value));
  const page = end === -1 ? operands : operands.slice(0, end);
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined || isEscaped(page) || (end === -1 && address.before !== '') || page.some((operand) => operand.type === 'StringLiteral' && /["'`)\s<>]/.test(operand.value))) return undefined;
  const url = page.length === 1 ? script.textOf(first) : script.slice(startOf(first), endOf(script, last));
  const text = `${prefix}${getUrl(script)}(${literalOf('/_favicon/?pageUrl=')} + ${encoded(page, url)} + ${literalOf(`&size=${address.size}`)})`;
  return [{ file: script.path, start: literal.start!, end: endOf(script, last), text }];
}

/** The same in a template, with the page's address as its one hole. */
function inTemplate(script: Script, template: t.TemplateLiteral): Edit[] | undefined {
  if (parentOf(template)?.type === 'TaggedTemplateExpression') return undefined;
  const index = template.quasis.findIndex(({ value }) => URL_START.test(value.cooked ?? ''));
  const quasi = template.quasis[index]!;
  const address = readAddress(quasi.value.cooked ?? '');
  const expression = template.expressions[index];
  const next = template.quasis[index + 1];
  if (address === undefined || address.page !== '' || expression === undefined || next === undefined || isEscaped([expression as Node])) return undefined;
  const rest = next.value.cooked ?? '';
  if (rest === '' ? !next.tail : !END.test(rest)) return undefined;
  if (rest === '' && address.before !== '') return undefined;
  const call = `${getUrl(script)}(\`/_favicon/?pageUrl=\${${encoded([expression as Node], script.textOf(expression))}}&size=${address.size}\`)`;
  if (address.before === '' && index === 0 && rest === '') return [script.replace(template, call)];
  const start = quasi.start! + quasi.value.raw.indexOf('chrome://favicon');
  return [{ file: script.path, start, end: next.start!, text: `\${${call}}` }];
}

/** The operands that a chain of `+` adds after a string. */
function operandsAfter(literal: Node): Node[] {
  const found: Node[] = [];
  let inner = wrapped(literal);
  for (let up = parentOf(inner); up?.type === 'BinaryExpression' && up.operator === '+'; up = parentOf(inner)) {
    if (up.left === inner) found.push(up.right);
    inner = wrapped(up);
  }
  return found;
}

function encoded(page: readonly Node[], url: string): string {
  const [only] = page;
  const isEncoded = page.length === 1 && only?.type === 'CallExpression' && only.callee.type === 'Identifier' && /^encodeURI(Component)?$/.test(only.callee.name);
  return isEncoded ? url : `encodeURIComponent(${url})`;
}

/** Whether what is put in was made fit for HTML before: encoded, it would be another address. */
function isEscaped([only, ...others]: readonly Node[]): boolean {
  const callee = others.length === 0 && isCall(only) ? unwrap(only.callee as Node) : undefined;
  const name = isMember(callee) ? memberName(callee) : callee?.type === 'Identifier' ? callee.name : undefined;
  return /escape|html|saniti/i.test(name ?? '');
}

function startOf(node: Node): number {
  return (node.extra?.['parenStart'] as number | undefined) ?? node.start!;
}

function endOf(script: Script, node: Node): number {
  return node.extra?.['parenthesized'] === true ? script.file.text.indexOf(')', node.end!) + 1 : node.end!;
}

function getUrl(script: Script): string {
  return `${script.freeNames.has('browser') && !script.freeNames.has('chrome') ? 'browser' : 'chrome'}.runtime.getURL`;
}
