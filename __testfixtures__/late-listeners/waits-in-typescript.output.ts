let names: string[] = [];

let startListening: () => void;
const listening = new Promise<void>((resolve) => {
  startListening = resolve;
});

async function init(): Promise<void> {
  await navigator.locks.request('start', () => {});
  names = ['a'];
  startListening();
}

chrome.commands.onCommand.addListener(async (command: string) => {
  await listening;
  chrome.storage.local.set({ [command]: names });
});

init();
