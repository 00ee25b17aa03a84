import { show } from './view.js';

const send = (message) => new Promise((resolve) => chrome.runtime.sendMessage(message, resolve));

export async function start() {
  chrome.runtime.onMessage.addListener(({ type, color }) => {
    if (type !== 'pin') return;
    const note = { text: getSelection().toString() || document.title, top: Math.round(scrollY) + 20 };
    show(note, color);
    send({ type: 'add', ...note }).then((count) => {
      document.documentElement.dataset.notes = count;
    });
  });

  const notes = await send({ type: 'notes' });
  for (const note of notes) show(note);
  document.documentElement.dataset.notes = notes.length;
}
