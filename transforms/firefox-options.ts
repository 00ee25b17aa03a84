import { keyName, stringValue, unwrap, type Node } from './lib/ast.ts';
import { isForOneBrowser, namesFirefox } from './lib/browser-global.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { optionsOf, withoutItem } from './lib/options.ts';
import { isTried, type Script } from './lib/script.ts';

interface Option {
  readonly api: string;
  readonly name: string;
  /** What is lost without it. */
  readonly loss: string;
  /** Whether the call does the same without it, but for that. */
  readonly removable: boolean;
}

const TYPES_OF_DATA = 'Firefox has no such data.';

/** As Firefox 153 answered, in both manifest versions. */
const OPTIONS: readonly Option[] = [
  { api: 'notifications.create', name: 'requireInteraction', loss: 'Firefox takes the notification away when the system does.', removable: true },
  { api: 'notifications.create', name: 'silent', loss: 'The notification makes the system\'s sound.', removable: true },
  { api: 'notifications.create', name: 'buttons', loss: 'Leave the buttons out in Firefox, and do in `notifications.onClicked` what the most important one does.', removable: false },
  ...['appcache', 'cacheStorage', 'fileSystems', 'webSQL'].map((name) => ({ api: 'browsingData.remove', name, loss: TYPES_OF_DATA, removable: true })),
  ...['origins', 'excludeOrigins'].map((name) => ({ api: 'browsingData.remove', name, loss: 'Firefox has `hostnames` for cookies, storage and IndexedDB. Without a choice of sites it removes the data of all.', removable: false })),
  { api: 'windows.create', name: 'setSelfAsOpener', loss: 'The new window has no `window.opener`.', removable: true },
  { api: 'alarms.create', name: 'persistAcrossSessions', loss: 'In Firefox no alarm outlasts the browser: create it again as it starts.', removable: false },
  { api: 'identity.launchWebAuthFlow', name: 'abortOnLoadForNonInteractive', loss: 'Firefox waits for a redirect.', removable: true },
  { api: 'identity.launchWebAuthFlow', name: 'timeoutMsForNonInteractive', loss: 'Firefox waits for a redirect.', removable: true },
];

const APIS = [...new Set(OPTIONS.map(({ api }) => api))];

const EVENTS_WITH_HEADERS = ['onBeforeSendHeaders', 'onSendHeaders', 'onHeadersReceived', 'onResponseStarted', 'onBeforeRedirect', 'onCompleted', 'onAuthRequired', 'onBeforeRequest', 'onErrorOccurred'];

export default define({
  id: 'firefox-options',
  summary: 'Options of Chrome that Firefox does not know, and refuses with an exception',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Chrome_incompatibilities',
  targets: ['firefox', 'cross-browser', 'event-page'],
  names: [...OPTIONS.map(({ name }) => name), 'extraHeaders'],
  apiOnly: true,
  messages: {
    'removed': {
      outcome: 'review', severity: 'error',
      text: 'Firefox knows no `{name}` in `{api}`, and throws: it is removed here',
      advice: '{loss}',
    },
    'unknown': {
      outcome: 'manual', severity: 'error',
      text: 'Firefox knows no `{name}` in `{api}`: the call throws there',
      advice: '{loss}',
    },
  },
  *script(script: Script, extension: Extension) {
    const isForFirefox = extension.target !== 'cross-browser';
    for (const api of APIS) {
      for (const { call } of script.calls(api)) {
        if (isLeft(script, call)) continue;
        for (const argument of call.arguments) {
          const { object, isShared } = optionsOf(script, argument);
          for (const member of object?.properties ?? []) {
            const name = member.type === 'SpreadElement' ? undefined : keyName(member);
            const option = OPTIONS.find((one) => one.api === api && one.name === name);
            if (option === undefined || isLeft(script, object!) || isChosenValue(script, member) || isDeleted(script, option.name)) continue;
            const { loss, removable } = option;
            const data = { name: option.name, api, loss };
            if (isForFirefox && removable && !isShared) yield { message: 'removed', at: script.at(member), edits: [withoutItem(script, object!, member)], data };
            else yield { message: 'unknown', at: script.at(member), data };
          }
        }
      }
    }
    for (const event of EVENTS_WITH_HEADERS) {
      const api = `webRequest.${event}`;
      for (const { call } of script.calls(`${api}.addListener`)) {
        const list = call.arguments[2] && unwrap(call.arguments[2]);
        const element = list?.type === 'ArrayExpression' ? list.elements.find((one) => one && stringValue(one) === 'extraHeaders') : undefined;
        if (list?.type !== 'ArrayExpression' || !element || isLeft(script, call)) continue;
        const data = { name: 'extraHeaders', api, loss: 'Firefox shows all headers without it.' };
        if (isForFirefox) yield { message: 'removed', at: script.at(element), edits: [withoutItem(script, list, element)], data };
        else yield { message: 'unknown', at: script.at(element), data: { ...data, loss: 'Give it where `webRequest.OnBeforeSendHeadersOptions.EXTRA_HEADERS` exists: Firefox shows all headers without it.' } };
      }
    }
  },
});

/** Whether code runs in one browser only, or expects an exception. */
function isLeft(script: Script, node: Node): boolean {
  return isTried(node) || isForOneBrowser(script, node);
}

function isChosenValue(script: Script, member: Node): boolean {
  return namesFirefox(script, member) || /is_?chrom/i.test(script.textOf(member));
}

/** Whether the option is taken away again somewhere. */
function isDeleted(script: Script, name: string): boolean {
  return new RegExp(`\\bdelete\\s+[\\w.]+\\.${name}\\b`).test(script.text);
}
