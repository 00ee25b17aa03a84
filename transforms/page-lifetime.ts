import { ancestors, callOf, isCall, isMember, memberName, parentOf, stringValue, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { useAround } from './lib/dom-kinds.ts';
import { usesOf } from './lib/environment.ts';
import type { Realm } from './lib/realms.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'page-lifetime',
  summary: 'What an event page starts and holds ends when it is suspended: sound, workers, connections, frames, blob URLs',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts',
  targets: ['firefox', 'event-page'],
  messages: {
    'sound': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: an idle event page is suspended while the sound still plays',
      advice: 'That does for a short sound. Play what takes longer than half a minute in a tab or window of the extension.',
    },
    'worker': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the worker ends, with what it has in hand, when the event page is suspended',
      advice: 'Start it for each piece of work, and keep results in storage.',
    },
    'peer': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the connection ends when the event page is suspended',
      advice: 'Hold it in a tab or window of the extension.',
    },
    'position': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: nothing watches the position while the event page is suspended, and no new position wakes it',
      advice: 'Ask for the position where it is needed (`getCurrentPosition`), or from time to time with `alarms`.',
    },
    'frame': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: a frame is gone after the event page was suspended',
      advice: 'Make it where it is needed, or load it in a tab or window of the extension.',
    },
    'blob-url': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the URL ends with the event page, which can be suspended while `{api}` still reads from it',
      advice: 'For short text use a `data:` URL where the API takes one; else start the download from a page of the extension that stays open.',
    },
  },
  *realm(realm: Realm) {
    for (const { script, name, node } of usesOf(realm, ['Audio', 'AudioContext', 'Worker', 'SharedWorker', 'RTCPeerConnection', 'speechSynthesis', 'navigator', 'document', 'URL'])) {
      const call = callOf(node);
      const at = script.at(node);
      if (name === 'speechSynthesis' || name === 'navigator') {
        const used = useAround(node);
        const method = isCall(used) ? script.textOf(used.callee as Node) : '';
        const data = { code: snippet(script, used) };
        if (/\bspeechSynthesis\.speak$/.test(method)) yield { message: 'sound', at, data };
        if (/\bnavigator\.geolocation\.watchPosition$/.test(method)) yield { message: 'position', at, data };
      } else if (name === 'document' || name === 'URL') {
        const member = parentOf(wrapped(node));
        const made = isMember(member) && member.object === wrapped(node) ? callOf(member) : undefined;
        if (made === undefined || !isMember(member)) continue;
        const data = { code: snippet(script, made) };
        const tag = memberName(member) === 'createElement' ? stringValue(made.arguments[0]) : undefined;
        if (tag === 'iframe') yield { message: 'frame', at, data };
        else if (tag === 'audio') yield { message: 'sound', at, data };
        else if (memberName(member) === 'createObjectURL') {
          const api = [...ancestors(made)].flatMap((up) => (isCall(up) ? script.api(up.callee)?.names.join('.') ?? [] : []))[0];
          if (api === 'downloads.download' || api === 'tabs.create') yield { message: 'blob-url', at, data: { ...data, api } };
        }
      } else if (call?.type === 'NewExpression') {
        yield { message: name.startsWith('Audio') ? 'sound' : name === 'RTCPeerConnection' ? 'peer' : 'worker', at, data: { code: snippet(script, call) } };
      }
    }
  },
});
