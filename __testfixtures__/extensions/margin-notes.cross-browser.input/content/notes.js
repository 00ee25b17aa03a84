import { show } from './view.js';

const send = (message) => new Promise((resolve) => chrome.runtime.sendMessage(message, resolve));

export async function start() {
  for (const note of await send({ type: 'notes' })) show(note);

  chrome.runtime.onMessage.addListener(({ type, color }) => {
    if (type !== 'pin') return;
    const note = { text: getSelection().toString() || document.title, top: Math.round(scrollY) + 20 };
    show(note, color);
    send({ type: 'add', ...note }).then((count) => {
      document.documentElement.dataset.notes = count;
    });
  });
}
