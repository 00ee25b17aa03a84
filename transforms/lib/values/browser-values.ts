import { isCall, unwrap, type Node } from '../ast.ts';
import type { Script } from '../script.ts';
import { ANSWER_VALUES, EVENT_VALUES } from './value-data.ts';
import { DATA, joinValues, NOTHING, NUMBER, PRIMITIVE, UNDEFINED, type Value } from './value.ts';

/** What tabs, windows and the details of events always have. */
const ALWAYS = new Set(['id', 'requestId', 'index', 'active', 'incognito', 'menuItemId', 'reason', 'name', 'isWindowClosing']);
const ALWAYS_NUMBERS = new Set(['tabId', 'windowId', 'timeStamp']);
/** What is a number, or true or false, where they have it. */
const NUMBERS = new Set(['frameId', 'parentFrameId', 'openerTabId', 'targetElementId', 'width', 'height', 'statusCode', 'dateAdded', 'lastAccessed']);
const FLAGS = new Set(['pinned', 'highlighted', 'audible', 'discarded', 'autoDiscardable', 'selected', 'focused', 'checked', 'wasChecked', 'editable', 'fromCache', 'attention', 'hidden']);
/** What is a string where they have it: the `value` of a cookie or header, but not that of a setting ({@link FOREIGN}). */
const STRINGS = new Set(['url', 'title', 'pageUrl', 'linkUrl', 'srcUrl', 'selectionText', 'favIconUrl', 'method', 'frameUrl', 'cookieStoreId', 'domain', 'value', 'mediaType', 'documentUrl', 'originUrl', 'initiator', 'version', 'previousVersion']);

/** The members of a web request's details that are binary data, or have it in them. */
const BYTES = new Set([undefined, 'requestBody', 'raw', 'bytes', 'securityInfo', 'certificates', 'rawDER']);

/** A member of a value. */
export function memberOf(value: Value, name?: string): Value | undefined {
  if (value.bytes && BYTES.has(name)) return name === 'bytes' || name === 'rawDER' ? undefined : { ...DATA, bytes: true };
  if (value.event) return ALWAYS_NUMBERS.has(name ?? '') ? NUMBER : name !== undefined && (ALWAYS.has(name) || name === 'length') ? PRIMITIVE : STRINGS.has(name ?? '') || FLAGS.has(name ?? '') ? joinValues(PRIMITIVE, UNDEFINED) : NUMBERS.has(name ?? '') ? joinValues(NUMBER, UNDEFINED) : { ...DATA, event: true };
  if (value.data) return DATA;
  if (value.container !== 'array' && value.container !== 'object') return undefined;
  return joinValues(value.element ?? NOTHING, UNDEFINED);
}

/** APIs of Firefox that answer with more than data, and those of Chrome whose types do not say so. */
const HANDLES = /^(runtime|extension)\.(getBackgroundPage|getViews|getPackageDirectoryEntry|connect(Native)?)$|^tabs\.connect$|^(contentScripts|userScripts)\.register$|^(tabCapture\.capture$|pageCapture|syncFileSystem|printing|enterprise|platformKeys)\b|\.filterResponseData$/;
/** APIs that answer with what others made, of which no member is sure. */
const FOREIGN = /^(storage\.|runtime\.send|tabs\.sendMessage|tabs\.executeScript|scripting\.|permissions\.|debugger\.|proxy\.|privacy\.|browserSettings\.|accessibilityFeatures\.|sessions\.get(Tab|Window)Value$)/;

/** What the browser answers to an API call; undefined for anything else. */
export function answerOf(script: Script, node: Node): Value | undefined {
  let inner = unwrap(node);
  // const asking = chrome.tabs.query({}); asking.then(…)
  const held = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = held?.declarations ?? [];
  if (declaration?.init && declaration.keys?.length === 0 && !held!.references.some(({ writes }) => writes)) inner = unwrap(declaration.init);
  const path = isCall(inner) ? script.api(unwrap(inner.callee as Node))?.names.join('.') : undefined;
  if (path === undefined || /\.(add|remove|has)Listener$/.test(path) || HANDLES.test(path)) return undefined;
  const kind = answerKinds.get(path);
  if (kind === '-') return undefined;
  if (kind !== undefined) return joinValues(kind === 'n' ? NUMBER : PRIMITIVE, { ...UNDEFINED, null: true });
  return FOREIGN.test(path) ? DATA : { ...DATA, event: true };
}

const answerKinds = byName(ANSWER_VALUES);
const eventKinds = byName(EVENT_VALUES);

function byName(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(groups).flatMap(([kinds, names]) => names.split(' ').map((name) => [name, kinds] as const)));
}

/** What the listeners of an event get as an argument. @param args what `addListener` gets */
export function eventValue(event: string, index: number, args: readonly Node[]): Value | undefined {
  const kind = kindsOf(event)[index];
  if (kind === 'n') return NUMBER;
  if (kind === 's') return PRIMITIVE;
  const isRequest = index === 0 && event.startsWith('webRequest.');
  if (kind !== 'd' && !isRequest) return undefined;
  if ((index === 0 && isMessage(event)) || /^(debugger|devtools|fileSystemProvider)\.|\.onChange$/.test(event)) return DATA;
  // Its members have the names of the keys, and each comes only when it changed.
  if (/^(storage|downloads)\./.test(event)) return { ...DATA, null: false, undefined: false };
  const details: Value = { ...DATA, null: false, undefined: false, event: true };
  return isRequest && mayHaveBytes(args[2]) ? { ...details, bytes: true } : details;
}

function kindsOf(event: string): string {
  if (isMessage(event)) return 'dd-';
  if (/\.on\w*Connect(External|Native)?$/.test(event) || event === 'userScripts.onBeforeScript') return '-';
  // Firefox gives more, and has another name for one of them.
  if (/^(browserAction|action|pageAction)\.onClicked$|^menus\./.test(event)) return 'dd';
  return eventKinds.get(event) ?? 'd';
}

function isMessage(event: string): boolean {
  return /^(runtime|extension)\.on(UserScript)?(Message|Request)(External)?$/.test(event);
}

/** Whether listeners of web requests are given the body or certificates, which have binary data in them. */
function mayHaveBytes(wanted: Node | undefined): boolean {
  const list = wanted && unwrap(wanted);
  return list !== undefined && (list.type !== 'ArrayExpression' || !list.elements.every((element) => element?.type === 'StringLiteral' && !/^(requestBody|securityInfo\w*)$/.test(element.value)));
}
