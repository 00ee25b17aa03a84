async function run(steps) {
  for (const step of steps) await step();
}

run([
  () => chrome.tabs.onMoved.addListener(moved),
  async () => {
    await chrome.storage.local.get('tabs');
  },
  () => chrome.tabs.onCreated.addListener(opened),
]);

function moved(id) {
  console.log('moved', id);
}

function opened(tab) {
  console.log('opened', tab.id);
}
