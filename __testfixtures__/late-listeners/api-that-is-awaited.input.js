import { loadApi } from 'webextension-api';

async function start() {
  const api = await loadApi();
  api.tabs.onCreated.addListener(({ id }) => console.log('created', id));
  const { windows } = api;
  windows.onRemoved.addListener((id) => console.log('closed', id));
  const port = api.runtime.connect();
  port.onMessage.addListener((message) => console.log('answered', message));
}
start();

loadApi().then(({ tabs, emitter }) => {
  tabs.onRemoved.addListener((id) => console.log('removed', id));
  emitter.onDone.addListener(() => console.log('done'));
});
