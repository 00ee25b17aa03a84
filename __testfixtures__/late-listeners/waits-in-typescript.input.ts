let names: string[] = [];

async function init(): Promise<void> {
  await navigator.locks.request('start', () => {});
  names = ['a'];
  chrome.commands.onCommand.addListener((command: string) => {
    chrome.storage.local.set({ [command]: names });
  });
}

init();
