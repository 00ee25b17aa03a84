const actions = {
  poll() {
    setInterval(check, 300000);
  },
  rest() {
    console.log('rest');
  },
};

chrome.storage.local.get('action', ({ action }) => {
  actions[action]();
});

function check() {
  chrome.tabs.create({ url: 'https://example.org/' });
}
